// Marks stretches of a text that stands on the page in pieces, each piece an element with data-text-start: the offset of
// its first character. Offsets count UTF-16 characters, as JavaScript does.

/** The text nodes below root with the offset of each in the whole text. */
function pieces(root) {
  const found = [];
  for (const piece of root.querySelectorAll('[data-text-start]')) {
    let at = Number(piece.dataset.textStart);
    const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      found.push({ node, start: at, end: at + node.length });
      at += node.length;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function wrap(node, from, to, hit) {
  const middle = from > 0 ? node.splitText(from) : node;
  if (to - from < middle.length) middle.splitText(to - from);
  const mark = document.createElement('mark');
  mark.dataset.hit = String(hit);
  middle.replaceWith(mark);
  mark.append(middle);
}

/**
 * Marks the stretches that are on the page and gives their numbers. Works from the end, so that earlier offsets stay true.
 * stretches: [{start, end}], rising.
 */
export function mark(root, stretches) {
  const texts = pieces(root);
  const shown = new Set();
  for (let hit = stretches.length - 1; hit >= 0; hit -= 1) {
    const { start, end } = stretches[hit];
    for (let i = texts.length - 1; i >= 0; i -= 1) {
      const text = texts[i];
      const from = Math.max(start, text.start);
      const to = Math.min(end, text.end);
      if (from >= to) continue;
      wrap(text.node, from - text.start, to - text.start, hit);
      text.end = from;
      shown.add(hit);
    }
  }
  return [...shown].sort((a, b) => a - b);
}

/** Takes all marks out again. */
export function unmark(root) {
  for (const old of root.querySelectorAll('mark[data-hit]')) {
    const parent = old.parentNode;
    old.replaceWith(...old.childNodes);
    parent.normalize();
  }
}
