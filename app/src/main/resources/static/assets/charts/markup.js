// Builds elements from data. Text stays text: nothing here parses markup.
const SVG = 'http://www.w3.org/2000/svg';

export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An icon of the chart's sprite. */
export const icon = (sprite, name, small = true) =>
  svg('svg', { class: small ? 'pl-i pl-i--sm' : 'pl-i', 'aria-hidden': 'true' }, svg('use', { href: `${sprite}#${name}` }));
