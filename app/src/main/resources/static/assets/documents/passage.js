// Below a document's text: what is selected in the text, with mouse, finger or keys, is what the statement will be made of.
// The address gets the place alone, counted in UTF-16 characters from the begin of the whole text.
import { behaviour } from 'site/behaviours';

/** The place in the whole text where a boundary of a range stands, or null where that is in no piece of the text. */
function place(node, offset) {
  const element = node instanceof Element ? node : node.parentElement;
  const piece = element?.closest('[data-text-start]');
  if (!piece) return null;
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEnd(node, offset);
  return Number(piece.dataset.textStart) + before.toString().length;
}

/** The selection without white space at its ends; null where nothing of this text is selected. */
function passage(root) {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const piece = root.querySelector('[data-text-start]');
  if (!piece || !range.intersectsNode(piece)) return null;
  // What reaches out of the text, such as a triple click on its last line, is cut at its edge.
  const within = document.createRange();
  within.selectNodeContents(piece);
  if (piece.contains(range.startContainer)) within.setStart(range.startContainer, range.startOffset);
  if (piece.contains(range.endContainer)) within.setEnd(range.endContainer, range.endOffset);
  const words = within.toString();
  const quote = words.trim();
  const at = place(within.startContainer, within.startOffset);
  if (!quote || at === null) return null;
  return { at: at + words.length - words.trimStart().length, quote };
}

behaviour('[data-passage]', (bar, signal) => {
  const root = bar.closest('[data-document-text]');
  const go = bar.querySelector('[data-passage-go]');
  const shown = bar.querySelector('[data-passage-quote]');
  const before = { href: go.getAttribute('href'), label: go.textContent, hint: shown.textContent };

  document.addEventListener('selectionchange', () => {
    const chosen = passage(root);
    const place = chosen && new URLSearchParams({ at: chosen.at, length: chosen.quote.length });
    go.setAttribute('href', chosen ? `${root.dataset.documentText}/statement?${place}` : before.href);
    go.textContent = chosen ? bar.dataset.passageWord : before.label;
    shown.textContent = chosen ? chosen.quote : before.hint;
    go.classList.toggle('btn-primary', Boolean(chosen));
    bar.classList.toggle('is-on', Boolean(chosen));
  }, { signal });
});
