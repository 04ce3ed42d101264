// Keys of the chart: they work while the focus is in it and nobody is typing.
const BY = 10, FAR = 50;

export function keys({ root, acts, table, tables, area, signal }) {
  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const onCanvas = {
    '+': acts.in, '=': acts.in, '-': acts.out, f: acts.fit, Delete: acts.remove, Backspace: acts.remove, p: acts.pin, h: acts.hide, e: acts.expand,
    j: () => acts.step(1), k: () => acts.step(-1), Enter: acts.expand, b: () => area.use('box'), l: () => area.use('lasso'),
    Escape: () => { if (area.mode === 'select') acts.none(); else area.use('select'); },
  };
  const inTable = { j: () => table.step(1), k: () => table.step(-1), x: table.toggle, Enter: table.open, Delete: acts.remove, p: acts.pin, h: acts.hide, Escape: acts.none };

  document.addEventListener('keydown', (event) => {
    if (!root.contains(event.target) && event.target !== document.body) return;   // a button that goes dark leaves the focus on the page
    const typing = event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], dialog');
    if (typing || event.altKey) return;
    const act = event.ctrlKey || event.metaKey ? withControl(event) : plain(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }, { signal });

  function withControl(event) {
    const key = event.key.toLowerCase();
    if (key === 'z') return event.shiftKey ? acts.redo : acts.undo;
    return { y: acts.redo, a: tables.hidden ? acts.all : null, s: acts.save }[key];
  }

  function plain(event) {
    if (event.key === 'u') return acts.undo;
    if (event.target.closest('button, a, summary, input') && ['Enter', ' '].includes(event.key)) return null;
    if (!tables.hidden) return event.target === document.body || event.target.closest('[data-chart-tables]') ? inTable[event.key] : null;
    if (event.target !== document.body && !event.target.closest('[data-chart-stage]')) return null;
    const way = moves[event.key], far = event.shiftKey ? FAR : BY;
    return way ? () => acts.nudge(way[0] * far, way[1] * far) : onCanvas[event.key];
  }
}
