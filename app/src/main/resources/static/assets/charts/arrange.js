// Places entities without stopping the page: layouts run in a worker over boxes that include the labels.
import { changed, shown } from './state.js';

export class Arranger {
  #worker; #history; #drawing; #asked = 0; #waiting = new Map();

  /** @param data holds the worker's address and those of the libraries it loads */
  constructor(data, history, drawing) {
    this.#history = history;
    this.#drawing = drawing;
    this.#worker = new Worker(data.layoutWorker);
    this.#worker.postMessage({ libraries: data.layoutLibraries.split(' ').map((one) => new URL(one, location.href).href) });
    this.#worker.onmessage = ({ data: answer }) => { this.#waiting.get(answer.id)?.(answer); this.#waiting.delete(answer.id); };
  }

  /**
   * Arranges what is shown. Pinned entities stay. With `only`, everything else stays too: what was added finds its
   * place among what stands. Resolves to the milliseconds it took, or null when a later wish overtook it.
   */
  async arrange({ name = 'fcose', only = null, roots = [], amend = false, smooth = true } = {}) {
    const state = this.#history.now, cy = this.#drawing.cy, visible = shown(state), move = only && new Set(only);
    const boxes = [...visible.nodes].map((id) => {
      const node = state.nodes.get(id), size = cy.$id(id).layoutDimensions({ nodeDimensionsIncludeLabels: true });
      return { id, x: node.x, y: node.y, w: Math.max(size.w, 40) + 8, h: Math.max(size.h, 40) + 8, fixed: Boolean(node.pinned || (move && !move.has(id))) };
    });
    if (!boxes.some((box) => !box.fixed)) return 0;
    const pairs = [...visible.links].map((id) => [state.links.get(id).source, state.links.get(id).target]);
    const canvas = cy.container(), ratio = canvas.clientWidth / Math.max(canvas.clientHeight, 1);
    const answer = await this.#ask({ name, boxes, pairs, roots, ratio, fresh: !only && boxes.some((box) => box.x === undefined) });
    if (!answer) return null;
    const places = new Map(answer.places.map(([id, x, y]) => [id, { x, y }]));
    const now = this.#history.now;
    const next = changed(now, [...places.keys()].filter((id) => !now.nodes.get(id)?.pinned), (node) => places.get(node.id));
    this.#history[amend ? 'amend' : 'commit'](next, { smooth });
    return answer.took;
  }

  #ask(wish) {
    const id = ++this.#asked;
    for (const done of this.#waiting.values()) done(null);   // the newest wish counts
    this.#waiting.clear();
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker.postMessage({ id, ...wish });
    });
  }

  destroy() { this.#worker.terminate(); }
}
