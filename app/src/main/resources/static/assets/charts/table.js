// The same chart as two tables: entities and links, kept in step with the canvas and usable by keyboard alone.
import { el, icon } from './markup.js';
import { mark } from './filters.js';
import { knowledge, shown } from './state.js';

const ROWS = 150;   // a page of rows; more on demand, so that a large chart opens at once
const KNOWN = { fact: ['k-fact', 'pl-kind'], assessment: ['k-assess', 'pl-kind pl-kind--assess'], conflict: ['arrows-exchange', 'pl-kind pl-chart__conflict'] };

export function table({ root, history, selection, words, signal }) {
  const view = root.querySelector('[data-chart-tables]'), find = view.querySelector('[data-chart-find]'), sprite = root.dataset.icons;
  const [nodes, links] = ['nodes', 'links'].map((name) => view.querySelector(`[data-rows="${name}"]`));
  const order = { nodes: ['caption', 1], links: ['source', 1] };
  let drawn = null;
  const room = { nodes: ROWS, links: ROWS };

  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  const caption = (id) => history.now.nodes.get(id)?.caption ?? '';
  const pick = (id, name) => el('td', { class: 'pl-chart__pick' }, el('input', { type: 'checkbox', 'data-pick': id, 'aria-label': words('pick', { name }), checked: selection.has(id) }));
  const cell = (label, ...content) => el('td', { 'data-label': label }, ...content);

  function nodeRow(node, visible) {
    const how = node.hidden ? words('stateHidden') : !visible.nodes.has(node.id) ? words('stateFiltered') : node.pinned ? words('statePinned') : words('stateShown');
    return el('tr', { 'data-id': node.id, tabindex: '-1', 'aria-selected': String(selection.has(node.id)) }, pick(node.id, node.caption),
      cell(words('name'), mark(node.schema), el('a', { href: node.href }, node.caption)), cell(words('kind'), node.kind),
      cell(words('role'), node.role && el('span', { class: 'pl-role' }, el('b', {}, node.role.letter), el('span', {}, node.role.word))), cell(words('state'), how));
  }

  function linkRow(link) {
    const sort = knowledge(link), period = [link.from, link.until === 'open' ? words('open') : link.until].filter(Boolean);
    return el('tr', { 'data-id': link.id, tabindex: '-1', 'aria-selected': String(selection.has(link.id)) }, pick(link.id, `${caption(link.source)}, ${link.label}, ${caption(link.target)}`),
      cell(words('from'), caption(link.source)), cell(words('link'), el('a', { href: link.href }, link.label)), cell(words('to'), caption(link.target)),
      cell(words('period'), period.length ? [...new Set(period)].join(' – ') : words('unknown')),
      cell(words('knowledge'), el('span', { class: KNOWN[sort][1] }, icon(sprite, KNOWN[sort][0]), words(sort))),
      cell(words('sources'), el('span', { class: 'pl-srcs' }, (link.sources ?? []).map((one) => el('a', { class: 'pl-src', href: one.href }, icon(sprite, 'file-text'), one.label)))));
  }

  const sortable = { source: (link) => caption(link.source), target: (link) => caption(link.target), link: (link) => link.label, from: (link) => link.from ?? '', knowledge };
  const sorted = (list, name) => { const [by, way] = order[name], key = sortable[by] ?? ((one) => one[by] ?? ''); return list.sort((a, b) => way * collator.compare(key(a), key(b))); };

  function fill(name, body, list, row) {
    body.replaceChildren(...sorted(list, name).slice(0, room[name]).map(row));
    if (list.length > room[name]) body.append(el('tr', {}, el('td', { colspan: 7 }, el('button', { type: 'button', class: 'btn btn-sm', onclick: () => { room[name] += 4 * ROWS; draw(true); } }, words('moreRows', { count: list.length - room[name] })))));
  }

  function draw(force = false) {
    if (view.hidden || (drawn === history.now && !force)) return tick();
    drawn = history.now;
    const visible = shown(drawn), wanted = find.value.trim().toLowerCase(), has = (...parts) => parts.join(' ').toLowerCase().includes(wanted);
    const at = document.activeElement?.closest('tr')?.dataset.id;
    fill('nodes', nodes, [...drawn.nodes.values()].filter((node) => has(node.caption, node.kind)), (node) => nodeRow(node, visible));
    fill('links', links, [...drawn.links.values()].filter((link) => visible.links.has(link.id) && has(caption(link.source), link.label, caption(link.target))), linkRow);
    if (at) view.querySelector(`tr[data-id="${CSS.escape(at)}"]`)?.focus();
  }

  function tick() {
    for (const row of view.querySelectorAll('tr[data-id]')) {
      row.setAttribute('aria-selected', String(selection.has(row.dataset.id)));
      row.querySelector('[data-pick]').checked = selection.has(row.dataset.id);
    }
  }

  for (const head of view.querySelectorAll('th[data-sort]')) {
    const button = el('button', { type: 'button' }, head.textContent.trim());
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const name = head.closest('table').dataset.chartTable, [by, way] = order[name];
      order[name] = [head.dataset.sort, by === head.dataset.sort ? -way : 1];
      for (const other of head.parentElement.children) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', order[name][1] > 0 ? 'ascending' : 'descending');
      draw(true);
    }, { signal });
  }

  view.addEventListener('click', ({ target }) => {
    const row = target.closest('tr[data-id]');
    if (!row || target.closest('a')) return;
    if (target.closest('[data-pick]')) selection.toggle(row.dataset.id); else { selection.set([row.dataset.id]); row.focus(); }
  }, { signal });
  find.addEventListener('input', () => draw(true), { signal });
  selection.addEventListener('change', () => view.hidden || tick(), { signal });

  /** Moves to the next or previous row across both tables. */
  function step(by) {
    const rows = [...view.querySelectorAll('tr[data-id]')], here = rows.indexOf(document.activeElement?.closest('tr'));
    rows[Math.max(0, Math.min(rows.length - 1, here + by))]?.focus();
  }
  const row = () => document.activeElement?.closest('tr[data-id]')?.dataset.id;
  return { draw, step, open: () => row() && selection.set([row()]), toggle: () => row() && selection.toggle(row()) };
}
