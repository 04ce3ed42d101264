// What is selected, for canvas, table and details alike: ids of entities and of links.
export class Selection extends EventTarget {
  #ids = new Set();

  get ids() { return this.#ids; }
  get size() { return this.#ids.size; }
  has(id) { return this.#ids.has(id); }

  set(ids) {
    const next = new Set(ids);
    if (next.size === this.#ids.size && [...next].every((id) => this.#ids.has(id))) return;
    this.#ids = next;
    this.dispatchEvent(new Event('change'));
  }

  toggle(id) {
    const next = new Set(this.#ids);
    if (!next.delete(id)) next.add(id);
    this.set(next);
  }

  add(ids) { this.set([...this.#ids, ...ids]); }
  clear() { this.set([]); }

  /** The selected entities of a chart, in its order. */
  nodesOf(state) { return [...this.#ids].filter((id) => state.nodes.has(id)); }
  linksOf(state) { return [...this.#ids].filter((id) => state.links.has(id)); }

  /** Forgets what is no longer on the chart. */
  keep(state) { this.set([...this.#ids].filter((id) => state.nodes.has(id) || state.links.has(id))); }
}
