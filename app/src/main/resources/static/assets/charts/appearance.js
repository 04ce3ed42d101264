// How the canvas looks: colours come from the design tokens, so light, dark and print agree with the page.
import { SIZE, symbolOf } from './symbols.js';
import { FONT, wrap } from './wrap.js';

const TOKENS = ['ink', 'ink-2', 'ink-3', 'canvas', 'surface', 'sunken', 'control', 'line-strong', 'accent', 'accent-soft', 'assess', 'assess-soft', 'warn', 'warn-soft'];

/** Resolves tokens through a probe element: a canvas cannot read light-dark(). */
export function palette(root) {
  const probe = root.querySelector('[data-chart-probe]');
  return Object.fromEntries(TOKENS.map((token) => {
    probe.style.color = `var(--pl-${token})`;
    return [token, getComputedStyle(probe).color];
  }));
}

/** A glyph as a picture for the canvas. */
export function picture(schema, colour) {
  return uri(`<path d="${symbolOf(schema).glyph}" fill="none" stroke="${colour}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/>`);
}

/** A person's role as its letter block, the same for every role. */
export function block(letter, ink, surface) {
  const safe = letter.replace(/[<>&"']/g, '');
  return uri(`<rect x="1" y="1" width="22" height="22" rx="4" fill="${surface}" stroke="${ink}" stroke-width="2"/><text x="12" y="17.500" font-family="${FONT}" font-size="15" font-weight="700" text-anchor="middle" fill="${ink}">${safe}</text>`);
}

const uri = (body) => `data:image/svg+xml;utf8,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24">${body}</svg>`)}`;

/** The rules of the drawing. `large` trades parallel curves for speed. */
export function rules(c, large) {
  const arrow = { 'target-arrow-shape': 'triangle', 'arrow-scale': 0.85 };
  const inked = (colour) => ({ 'line-color': colour, 'target-arrow-color': colour, color: colour });
  return [
    { selector: 'node', style: {
      shape: 'data(shape)', width: SIZE, height: SIZE, 'background-color': c.surface, 'border-width': 1.75, 'border-color': c['ink-2'],
      'background-image': 'data(pictures)', 'background-width': 'data(widths)', 'background-height': 'data(widths)', 'background-position-x': 'data(across)', 'background-position-y': 'data(down)',
      'background-clip': ['none', 'none'], 'background-image-containment': ['over', 'over'], 'bounds-expansion': 10,
      label: 'data(label)', 'font-family': FONT, 'font-size': 12, 'font-weight': 500, color: c.ink, 'text-valign': 'bottom', 'text-margin-y': 5,
      'text-wrap': 'wrap', 'text-max-width': 400, 'line-height': 1.15, 'min-zoomed-font-size': large ? 8 : 6,
      'text-background-color': c.canvas, 'text-background-opacity': large ? 0 : 0.86, 'text-background-padding': 1, 'overlay-opacity': 0 } },
    { selector: 'node.pinned', style: { 'border-width': 1.75, 'outline-width': 2, 'outline-offset': 3, 'outline-color': c.control, 'outline-style': 'dotted' } },
    { selector: 'edge', style: {
      width: 1.6, 'curve-style': large ? 'straight' : 'bezier', 'control-point-step-size': 42, ...arrow, ...inked(c.control), color: c['ink-2'],
      label: 'data(label)', 'font-family': FONT, 'font-size': 11, 'text-rotation': 'autorotate', 'min-zoomed-font-size': large ? 10 : 8,
      'text-background-color': c.canvas, 'text-background-opacity': 1, 'text-background-padding': 2, 'overlay-opacity': 0 } },
    { selector: 'edge[knowledge = "assessment"]', style: { ...inked(c.assess), 'line-style': 'dashed', 'line-dash-pattern': [7, 5], 'target-arrow-fill': 'hollow' } },
    { selector: 'edge[knowledge = "conflict"]', style: { ...inked(c.warn), width: 2, 'target-arrow-shape': 'triangle-backcurve' } },
    { selector: '.near', style: { 'line-color': c.accent, 'target-arrow-color': c.accent, 'border-color': c.accent } },
    { selector: 'edge.near[knowledge = "assessment"]', style: inked(c.assess) },
    { selector: 'edge.near[knowledge = "conflict"]', style: inked(c.warn) },
    { selector: 'node.picked', style: { 'border-color': c.accent, 'border-width': 3.5, 'background-color': c['accent-soft'], 'font-weight': 700 } },
    { selector: 'edge.picked', style: { width: 4, 'z-index': 9, 'font-weight': 700 } },
    { selector: '.away', style: { display: 'none' } },
    { selector: 'core', style: { 'active-bg-opacity': 0, 'selection-box-opacity': 0 } },
  ];
}

/** What the canvas needs to know of an entity. */
export function nodeData(node, c) {
  const { shape } = symbolOf(node.schema);
  const letter = node.role?.letter;
  return {
    id: node.id, label: wrap(node.caption).join('\n'), shape,
    pictures: letter ? [picture(node.schema, c['ink-2']), block(letter, c.ink, c.surface)] : [picture(node.schema, c['ink-2'])],
    widths: letter ? ['58%', '44%'] : ['58%'], across: letter ? ['50%', '118%'] : ['50%'], down: letter ? ['50%', '-18%'] : ['50%'],
  };
}
