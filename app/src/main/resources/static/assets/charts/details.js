// The pane beside the chart: the facts of what is selected, as a fragment from the server, and what one can do with it.
export function details({ root, server, history, selection, words, signal }) {
  const pane = root.querySelector('[data-chart-details]'), acts = root.querySelector('[data-chart-acts]'), empty = root.querySelector('[data-chart-nothing]');
  let shown = '', turn = 0;

  async function draw() {
    const state = history.now, nodes = selection.nodesOf(state), links = selection.linksOf(state);
    buttons(state, nodes);
    const one = nodes.length + links.length === 1 ? selection.ids.values().next().value : null;
    const key = one ?? `${nodes.length}+${links.length}`;
    if (key === shown) return;
    shown = key;
    const mine = ++turn;
    empty.hidden = nodes.length + links.length > 0;
    if (!one) {
      pane.replaceChildren(...(nodes.length + links.length === 0 ? [] : [Object.assign(document.createElement('p'), { textContent: words('several', { nodes: nodes.length, links: links.length }) })]));
      return;
    }
    pane.setAttribute('aria-busy', 'true');
    try {
      const html = await server.details(nodes.length ? { node: one } : { link: one });
      if (mine !== turn) return;
      pane.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
      globalThis.htmx?.process(pane);
    } catch {
      if (mine === turn) { shown = ''; pane.replaceChildren(Object.assign(document.createElement('p'), { textContent: words('notLoaded') })); }
    } finally { if (mine === turn) pane.removeAttribute('aria-busy'); }
  }

  function buttons(state, nodes) {
    const pinned = nodes.length > 0 && nodes.every((id) => state.nodes.get(id).pinned);
    const hidden = [...state.nodes.values()].filter((node) => node.hidden).length;
    acts.hidden = nodes.length === 0;
    for (const button of acts.querySelectorAll('[data-one]')) button.disabled = nodes.length !== 1;
    const pin = acts.querySelector('[data-act=pin]');
    pin.setAttribute('aria-pressed', String(pinned));
    const back = root.querySelector('[data-act=unhide]');
    back.hidden = hidden === 0;
    back.querySelector('span').textContent = words('showHidden', { count: hidden });
  }

  selection.addEventListener('change', draw, { signal });
  return draw;
}
