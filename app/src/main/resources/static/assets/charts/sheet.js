// The chart as a clean SVG document: shapes, lines and text as text, in the colours of the page.
import { svg } from './markup.js';
import { knowledge } from './state.js';
import { outline, symbolOf } from './symbols.js';
import { FONT, wrap } from './wrap.js';

const MARGIN = 40;
const text = (attributes, content) => svg('text', { 'font-family': FONT, 'text-anchor': 'middle', ...attributes }, content);

/** @returns the SVG source of what is drawn, with a caption that names where it comes from */
export function sheet(drawing, state, caption) {
  const { cy, colours: c } = drawing, seen = cy.elements().not('.away'), box = seen.boundingBox();
  const wide = Math.max(box.w + 2 * MARGIN, 360), high = box.h + 2 * MARGIN + 28, left = box.x1 - MARGIN - (wide - box.w - 2 * MARGIN) / 2, top = box.y1 - MARGIN;
  const n = (value) => Math.round(value * 10) / 10;
  const root = svg('svg', { xmlns: 'http://www.w3.org/2000/svg', width: n(wide), height: n(high), viewBox: [left, top, wide, high].map(n).join(' '), role: 'img' },
    svg('title', {}, state.title), svg('desc', {}, caption),
    svg('rect', { x: n(left), y: n(top), width: n(wide), height: n(high), fill: c.canvas }));
  root.append(...seen.edges().map((edge) => line(edge, state.links.get(edge.id()), c)));
  root.append(...seen.nodes().map((node) => entity(state.nodes.get(node.id()), node.position(), c)));
  root.append(text({ x: n(left + wide / 2), y: n(top + high - 14), 'font-size': 11, fill: c['ink-3'] }, caption));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

function line(edge, link, c) {
  const sort = knowledge(link), colour = { fact: c.control, assessment: c.assess, conflict: c.warn }[sort];
  const a = edge.sourceEndpoint(), b = edge.targetEndpoint(), bends = edge.controlPoints() ?? [], mid = edge.midpoint();
  let path = `M${p(a)}`;
  bends.forEach((bend, i) => {
    const next = bends[i + 1];
    path += `Q${p(bend)} ${p(next ? { x: (bend.x + next.x) / 2, y: (bend.y + next.y) / 2 } : b)}`;
  });
  if (bends.length === 0) path += `L${p(b)}`;
  const from = bends.at(-1) ?? a, turn = Math.atan2(b.y - from.y, b.x - from.x);
  const tip = [-0.42, 0.42].map((by) => p({ x: b.x - 10 * Math.cos(turn + by), y: b.y - 10 * Math.sin(turn + by) }));
  let slope = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
  if (slope > 90 || slope < -90) slope += 180;
  const label = (sort === 'conflict' ? '⇄ ' : '') + (link.label ?? '');
  return svg('g', {},
    svg('path', { d: path, fill: 'none', stroke: colour, 'stroke-width': sort === 'conflict' ? 2 : 1.6, 'stroke-dasharray': sort === 'assessment' ? '7 5' : null }),
    svg('path', { d: `M${p(b)}L${tip[0]}L${tip[1]}z`, fill: sort === 'assessment' ? c.canvas : colour, stroke: colour, 'stroke-width': 1.2 }),
    text({ transform: `translate(${p(mid)}) rotate(${slope.toFixed(1)})`, y: 4, 'font-size': 11, fill: sort === 'fact' ? c['ink-2'] : colour, stroke: c.canvas, 'stroke-width': 4, 'paint-order': 'stroke' }, label));
}

function entity(node, at, c) {
  const { shape, glyph } = symbolOf(node.schema);
  const group = svg('g', { transform: `translate(${p(at)})` },
    svg('path', { d: outline(shape), fill: c.surface, stroke: c['ink-2'], 'stroke-width': 1.75 }),
    svg('path', { d: glyph, transform: 'scale(.82) translate(-12 -12)', fill: 'none', stroke: c['ink-2'], 'stroke-width': 1.9, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }));
  if (node.role?.letter) {
    group.append(svg('rect', { x: 10, y: -24, width: 15, height: 15, rx: 3, fill: c.surface, stroke: c.ink, 'stroke-width': 1.3 }),
      text({ x: 17.5, y: -12.5, 'font-size': 10.5, 'font-weight': 700, fill: c.ink }, node.role.letter));
  }
  wrap(node.caption).forEach((row, i) => group.append(text({ y: 33 + i * 14, 'font-size': 12, 'font-weight': 500, fill: c.ink, stroke: c.canvas, 'stroke-width': 3, 'paint-order': 'stroke' }, row)));
  return group;
}

const p = ({ x, y }) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
