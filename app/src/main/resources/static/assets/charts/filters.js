// Which links are drawn: by type and by kind of knowledge. Counts are of what is on the chart.
import { el, icon, svg } from './markup.js';
import { outline, symbolOf } from './symbols.js';
import { filters as filtering, knowledge, noFilter } from './state.js';

const KINDS = ['fact', 'assessment', 'conflict'];
const MARK = { fact: ['k-fact', 'pl-kind'], assessment: ['k-assess', 'pl-kind pl-kind--assess'], conflict: ['arrows-exchange', 'pl-kind pl-chart__conflict'] };

export function filters({ root, history, words, signal }) {
  const types = root.querySelector('[data-chart-types]'), kinds = root.querySelector('[data-chart-kinds]');
  const legend = root.querySelector('[data-chart-legend]'), reset = root.querySelector('[data-chart-reset]');
  const sprite = root.dataset.icons;
  let written = '';

  const check = (group, value, label, count, off) => el('label', { class: 'pl-check' },
    el('input', { type: 'checkbox', name: group, value, checked: !off }), label, el('span', {}, String(count)));

  function draw() {
    const { links, nodes, filter } = history.now;
    const byType = new Map(), byKind = new Map(KINDS.map((kind) => [kind, 0])), schemas = new Map();
    for (const link of links.values()) {
      byType.set(link.type, { label: link.type_label ?? link.label, count: (byType.get(link.type)?.count ?? 0) + 1 });
      byKind.set(knowledge(link), byKind.get(knowledge(link)) + 1);
    }
    for (const node of nodes.values()) schemas.set(node.kind, node.schema);
    reset.disabled = !filtering(filter);
    const key = JSON.stringify([[...byType], [...byKind], [...schemas], filter.typesOff, filter.kindsOff, document.documentElement.dataset.bsTheme]);
    if (key === written) return;
    written = key;
    const focus = root.contains(document.activeElement) ? [document.activeElement.name, document.activeElement.value] : [];
    types.replaceChildren(...[...byType].sort((a, b) => a[1].label.localeCompare(b[1].label)).map(([type, { label, count }]) =>
      check('type', type, el('span', {}, label), count, filter.typesOff.includes(type))));
    kinds.replaceChildren(...KINDS.filter((kind) => byKind.get(kind) > 0 || kind === 'fact').map((kind) =>
      check('knowledge', kind, el('span', { class: MARK[kind][1] }, icon(sprite, MARK[kind][0]), words(kind)), byKind.get(kind), filter.kindsOff.includes(kind))));
    legend.replaceChildren(...[...schemas].sort().map(([kind, schema]) => el('li', {}, mark(schema), kind)));
    if (focus[0]) root.querySelector(`[name="${focus[0]}"][value="${CSS.escape(focus[1])}"]`)?.focus();
  }

  const set = (change) => history.commit({ ...history.now, filter: { ...history.now.filter, ...change } });
  const form = root.querySelector('[data-chart-filters]');
  form.addEventListener('submit', (event) => event.preventDefault(), { signal });
  form.addEventListener('change', ({ target }) => {
    const off = (name) => [...form.querySelectorAll(`[name="${name}"]:not(:checked)`)].map((input) => input.value);
    if (target.name === 'type') set({ typesOff: off('type') });
    if (target.name === 'knowledge') set({ kindsOff: off('knowledge') });
  }, { signal });
  reset.addEventListener('click', () => set(noFilter), { signal });
  return draw;
}

/** The symbol of a kind of record, as in the drawing. */
export function mark(schema) {
  const { shape, glyph } = symbolOf(schema);
  return svg('svg', { class: 'pl-chart__mark', viewBox: '-20 -20 40 40', 'aria-hidden': 'true' },
    svg('path', { d: outline(shape) }), svg('path', { class: 'pl-chart__glyph', d: glyph, transform: 'scale(.8) translate(-12 -12)' }));
}
