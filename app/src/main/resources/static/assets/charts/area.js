// Selecting an area: a box or a freehand line drawn over the canvas. Shift adds to the selection.
import { svg } from './markup.js';

export function area({ root, drawing, history, selection, words, announce, signal }) {
  const stage = root.querySelector('[data-chart-stage]');
  const path = svg('path', {}), cover = svg('svg', { class: 'pl-chart__area', 'aria-hidden': 'true' }, path);
  stage.append(cover);
  let mode = 'select', line = null;

  const at = (event) => { const box = cover.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
  const outline = () => (mode === 'box' ? corners(line[0], line.at(-1)) : line);
  const draw = () => path.setAttribute('d', line ? `M${outline().map((point) => point.join(' ')).join('L')}z` : '');

  cover.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    cover.setPointerCapture(event.pointerId);
    line = [at(event)];
  }, { signal });
  cover.addEventListener('pointermove', (event) => {
    if (!line) return;
    const point = at(event), last = line.at(-1);
    if (Math.hypot(point[0] - last[0], point[1] - last[1]) < 3) return;
    if (mode === 'box') line = [line[0], point]; else line.push(point);
    draw();
  }, { signal });
  cover.addEventListener('pointerup', (event) => {
    if (!line) return;
    const polygon = outline();
    const inside = drawing.cy.nodes().not('.away').filter((node) => contains(polygon, node.renderedPosition())).map((node) => node.id());
    line = null;
    draw();
    if (event.shiftKey) selection.add(inside); else selection.set(inside);
    announce(words('selected', { count: selection.nodesOf(history.now).length }));
    use('select');
  }, { signal });
  cover.addEventListener('pointercancel', () => { line = null; draw(); }, { signal });

  function use(next) {
    mode = next;
    cover.classList.toggle('is-on', mode !== 'select');
    for (const button of root.querySelectorAll('[data-mode]')) button.setAttribute('aria-pressed', String(button.dataset.mode === mode));
  }
  root.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-mode]');
    if (button) use(button.dataset.mode);
  }, { signal });
  return { use, get mode() { return mode; } };
}

const corners = ([x1, y1], [x2, y2]) => [[x1, y1], [x2, y1], [x2, y2], [x1, y2]];

/** Even-odd rule: a point is inside when a ray from it crosses the outline an odd number of times. */
export function contains(polygon, { x, y }) {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [xi, yi] = polygon[i], [xj, yj] = polygon[j];
    if ((yi > y) !== (yj > y) && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
