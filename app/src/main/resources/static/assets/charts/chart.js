// Finds charts by [data-chart], opens each, and closes it when its element leaves the page.
import { open } from './workspace.js';

const opened = new Map();

function look() {
  for (const [root, closing] of opened) if (!root.isConnected) { opened.delete(root); closing.then((close) => close?.()); }
  for (const root of document.querySelectorAll('[data-chart]')) if (!opened.has(root)) opened.set(root, start(root));
}

/** Without its data or libraries the page keeps the tables the server wrote, and says so. */
async function start(root) {
  try { return await open(root); } catch (problem) {
    delete root.dataset.ready;
    root.querySelector('[data-chart-tables]').hidden = false;
    root.dataset.failed = 'true';
    root.querySelector('[data-chart-failed]').hidden = false;
    console.warn('chart not opened', problem);
    return null;
  }
}

new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
look();
