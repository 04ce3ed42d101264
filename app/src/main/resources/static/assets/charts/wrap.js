// Long names wrap the same way on the canvas and in the export.
export const FONT = 'Inter, system-ui, sans-serif';
const LABEL = 132, pen = document.createElement('canvas').getContext('2d'), known = new Map();

/** Rows of a name, measured once. */
export function wrap(name) {
  if (!known.has(name)) known.set(name, rowsOf(name));
  return known.get(name);
}

/** Breaks a name at spaces, and a word longer than the line anywhere. */
function rowsOf(name) {
  pen.font = `500 12px ${FONT}`;
  const fits = (row) => pen.measureText(row).width <= LABEL, rows = [];
  for (let word of name.split(/\s+/)) {
    const joined = rows.length ? `${rows.at(-1)} ${word}` : word;
    if (rows.length && fits(joined)) { rows[rows.length - 1] = joined; continue; }
    for (let end = word.length; !fits(word) && word.length > 1; end = word.length) {
      while (end > 1 && !fits(word.slice(0, end))) end--;
      rows.push(word.slice(0, end));
      word = word.slice(end);
    }
    rows.push(word);
  }
  return rows;
}
