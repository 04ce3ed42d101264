// The time filter: two handles over months, bars for what each stretch holds. Undated links stay unless switched off.
import { svg } from './markup.js';

const month = (date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1) - 1;
const text = (index) => `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;

export function time({ root, history, words, signal }) {
  const pane = root.querySelector('[data-chart-time]'), [from, to] = pane.querySelectorAll('input[type=range]');
  const undated = pane.querySelector('[data-chart-undated]'), span = pane.querySelector('[data-chart-span]');
  const bars = pane.querySelector('[data-chart-bars]'), ticks = pane.querySelector('[data-chart-ticks]');
  const say = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const named = (index) => say.format(Date.UTC(Math.floor(index / 12), index % 12));
  let low = 0, high = 0, drawnFor = null;

  function range(links) {
    const dates = [...links.values()].flatMap((link) => [link.from, link.until]).filter((date) => date && date !== 'open').map(month);
    pane.hidden = dates.length === 0;
    if (dates.length === 0) return;
    low = Math.floor(Math.min(...dates) / 12) * 12;
    high = Math.floor(Math.max(...dates) / 12) * 12 + 11;
    for (const input of [from, to]) { input.min = low; input.max = high; }
    const years = (high + 1 - low) / 12, step = years > 24 ? Math.ceil(years / 12) : 1, slots = Math.min(years * 2, 60), width = (high + 1 - low) / slots;
    const counts = new Array(slots).fill(0);
    for (const link of links.values()) if (link.from ?? link.until) counts[Math.min(slots - 1, Math.floor((month(link.from ?? link.until) - low) / width))]++;
    const most = Math.max(...counts, 1);
    bars.setAttribute('viewBox', `0 0 ${slots * 10} 40`);
    bars.replaceChildren(...counts.map((count, n) => svg('rect', { x: n * 10 + 1, y: 40 - (count / most) * 38, width: 8, height: (count / most) * 38 })));
    const shownYears = Array.from({ length: Math.ceil(years / step) }, (_, n) => Math.floor(low / 12) + n * step);
    ticks.replaceChildren(...shownYears.map((year) => Object.assign(document.createElement('span'), { textContent: year })));
  }

  function draw() {
    const { links, filter } = history.now;
    if (drawnFor !== links) { range(links); drawnFor = links; }
    from.value = filter.from ? month(filter.from) : low;
    to.value = filter.to ? month(filter.to) : high;
    undated.checked = filter.undated;
    label();
  }

  function ends() { const a = Number(from.value), b = Number(to.value); return [Math.min(a, b), Math.max(a, b)]; }

  function label() {
    const [a, b] = ends();
    from.setAttribute('aria-valuetext', named(Number(from.value)));
    to.setAttribute('aria-valuetext', named(Number(to.value)));
    span.textContent = words('span', { from: named(a), to: named(b) });
  }

  const wish = () => {
    const [a, b] = ends();
    return { ...history.now.filter, from: a === low ? null : text(a), to: b === high ? null : text(b), undated: undated.checked };
  };
  let before = null;
  pane.addEventListener('input', ({ target }) => {   // a preview while the handle moves; one step of undo when it stops
    if (target.type !== 'range') return;
    before ??= history.now;
    history.amend({ ...history.now, filter: wish() });
  }, { signal });
  pane.addEventListener('change', () => {
    const filter = wish();
    if (before) { history.amend(before); before = null; }
    history.commit({ ...history.now, filter });
  }, { signal });
  return draw;
}
