// Expands an entity: all its links, or one type, within a stretch of time.
import { el } from './markup.js';
import { withMore } from './state.js';

const LIMIT = 60;

export function expanding({ root, server, history, saver, arranger, drawing, selection, words, announce, signal }) {
  const dialog = root.querySelector('[data-chart-expand]'), form = dialog.querySelector('form');
  const title = dialog.querySelector('[data-chart-expand-title]'), types = dialog.querySelector('[data-chart-expand-types]');
  let node = null;

  async function open(id) {
    const entity = history.now.nodes.get(id);
    if (!entity) return;
    node = id;
    try {
      const { total, types: found } = await server.neighbours(id);
      title.textContent = words('expandTitle', { name: entity.caption });
      const choice = (value, label, count, checked) => el('label', { class: 'pl-check' }, el('input', { type: 'radio', name: 'type', value, checked }), el('span', {}, label), el('span', {}, String(count)));
      types.replaceChildren(choice('', words('allTypes'), total, true), ...found.map((one) => choice(one.type, one.label, one.count, false)));
      dialog.showModal();
    } catch { announce(words('notLoaded'), true); }
  }

  /** Fetches and adds; what stands keeps its place, only the new is arranged. */
  async function more(query, anchor) {
    try {
      await saver.flush();   // links are answered for the chart as saved
      const found = await server.expand({ limit: LIMIT, ...query });
      const { state, fresh } = withMore(history.now, found, anchor);
      const links = state.links.size - history.now.links.size;
      history.commit(state);
      if (fresh.length > 0) await arranger.arrange({ only: fresh, amend: true });
      announce(found.more > 0 ? words('addedMore', { count: fresh.length, links, more: found.more }) : words('added', { count: fresh.length, links }));
      if (fresh.length > 0) { selection.set(fresh.slice(0, 200)); await drawing.settled(); drawing.reveal(fresh); }
    } catch { announce(words('notLoaded'), true); }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wish = Object.fromEntries(new FormData(form));
    dialog.close();
    more({ node, ...wish }, node);
  }, { signal });
  dialog.querySelector('[data-chart-cancel]').addEventListener('click', () => dialog.close(), { signal });

  return {
    open,
    all: (id) => more({ node: id }, id),
    add: async (id) => {
      if (history.now.nodes.get(id) && !history.now.nodes.get(id).hidden) { selection.set([id]); return drawing.reveal([id]); }
      await more({ node: id, limit: '0' }, null);
      selection.set([id]);
    },
  };
}
