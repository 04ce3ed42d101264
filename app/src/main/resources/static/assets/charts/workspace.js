// One chart in one element: wires state, canvas, panes and server, and takes all of it away again.
import { acts as actsOf } from './acts.js';
import { adding } from './adding.js';
import { area as areaOf } from './area.js';
import { Arranger } from './arrange.js';
import { saving } from './conflict.js';
import { details } from './details.js';
import { Drawing } from './drawing.js';
import { expanding as expandingOf } from './expanding.js';
import { exporting } from './exporting.js';
import { filters } from './filters.js';
import { History } from './history.js';
import { keys } from './keys.js';
import { Saver } from './saving.js';
import { Selection } from './selection.js';
import { server as serverOf } from './server.js';
import { fromServer, shown } from './state.js';
import { table as tableOf } from './table.js';
import { time } from './time.js';
import { words as wordsOf } from './words.js';

/** Opens the chart of an element; resolves to a function that closes it. */
export async function open(root) {
  const closing = new AbortController(), { signal } = closing, words = wordsOf(root), server = serverOf(root.dataset);
  const notice = root.querySelector('[data-chart-announce]'), tables = root.querySelector('[data-chart-tables]');
  const announce = (text, bad = false) => { notice.textContent = text; notice.dataset.tone = bad ? 'bad' : 'plain'; };
  const clock = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: root.dataset.zone || undefined });
  const calendar = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone: root.dataset.zone || undefined });
  const formatTime = (at, long = false) => (at ? (long ? calendar : clock).format(new Date(at)) : '');

  const [data, { default: cytoscape }] = await Promise.all([server.load(), import(new URL(root.dataset.cytoscape, location.href).href)]);
  await Promise.race([document.fonts?.load('500 12px Inter'), new Promise((done) => { setTimeout(done, 400); })]);
  root.dataset.ready = 'true';   // from here on the canvas has its size
  tables.hidden = true;
  const history = new History(fromServer(data)), selection = new Selection(), saver = new Saver(server, history, data.version, root.dataset.editable === 'true');
  const drawing = new Drawing(cytoscape, root, history, selection), arranger = new Arranger(root.dataset, history, drawing);
  const shared = { root, server, history, selection, saver, drawing, arranger, words, announce, formatTime, signal };
  const expanding = expandingOf(shared), acts = actsOf({ ...shared, expanding, save: () => saver.flush() });
  const area = areaOf(shared), table = tableOf(shared), panes = [filters(shared), time(shared), details(shared), table.draw, counts];
  saving(shared);
  adding({ ...shared, add: expanding.add });
  keys({ root, acts, table, tables, area, signal });
  const exported = exporting(shared);

  function counts() {
    const visible = shown(history.now);
    root.querySelector('[data-chart-counts]').textContent = words('counts', { nodes: visible.nodes.size, links: visible.links.size });
    root.querySelector('[data-act=undo]').disabled = !history.canUndo;
    root.querySelector('[data-act=redo]').disabled = !history.canRedo;
    root.querySelector('[data-chart-empty]').hidden = history.now.nodes.size > 0;
  }

  function show(view) {
    tables.hidden = view !== 'table';
    root.querySelector('[data-chart-stage]').hidden = view === 'table';
    for (const button of root.querySelectorAll('[data-view]')) button.setAttribute('aria-pressed', String(button.dataset.view === view));
    if (view === 'table') { table.draw(true); tables.focus(); } else drawing.resized();
  }

  history.addEventListener('change', ({ detail }) => {
    drawing.sync(detail.state, detail);
    selection.keep(detail.state);
    panes.forEach((draw) => draw());
    saver.touch();
  }, { signal });
  selection.addEventListener('change', () => drawing.mark(), { signal });
  root.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-act], [data-view], [data-export], [data-arrange]');
    if (!button || button.disabled) return;
    const { act, view, export: format, arrange } = button.dataset;
    if (act) acts[act]();
    if (view) show(view);
    if (format) exported(format);
    if (arrange) acts.arrange(arrange);
    button.closest('details')?.removeAttribute('open');
  }, { signal });
  const repaint = () => drawing.repaint(), dark = matchMedia('(prefers-color-scheme: dark)');
  const themes = new MutationObserver(repaint), sizes = new ResizeObserver(() => drawing.resized());
  themes.observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
  dark.addEventListener('change', repaint, { signal });
  sizes.observe(root.querySelector('[data-chart-canvas]'));
  panes.forEach((draw) => draw());
  if (data.nodes.some((node) => node.x === undefined || node.x === null)) await arranger.arrange({ amend: true, smooth: false, only: placed(data) });
  saver.begin();
  drawing.open();
  root.dispatchEvent(new CustomEvent('chart:open', { bubbles: true, detail: { cy: drawing.cy } }));

  return () => {
    saver.flush(true);
    closing.abort();
    [themes, sizes].forEach((watch) => watch.disconnect());
    [saver, arranger, drawing].forEach((part) => part.destroy());
  };
}

/** The entities that have no place yet, or null when none has one. */
function placed({ nodes }) {
  const bare = nodes.filter((node) => node.x === undefined || node.x === null);
  return bare.length === nodes.length ? null : bare.map((node) => node.id);
}
