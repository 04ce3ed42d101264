// Finds elements by a data attribute, gives each its behaviour once, and ends it when the element leaves the page.
const known = [];
const running = new Map();

/**
 * Registers a behaviour for all elements that match now or later.
 * start(element, signal) may add listeners with the signal; the signal aborts when the element leaves.
 */
export function behaviour(selector, start) {
  known.push({ selector, start });
  begin(document.documentElement, [known.at(-1)]);
}

function begin(root, behaviours = known) {
  for (const { selector, start } of behaviours) {
    const found = [...root.querySelectorAll(selector)];
    if (root.matches(selector)) found.unshift(root);
    for (const element of found) {
      const started = running.get(element) ?? new Map();
      if (started.has(start)) continue;
      const life = new AbortController();
      started.set(start, life);
      running.set(element, started);
      start(element, life.signal);
    }
  }
}

function end() {
  for (const [element, started] of running) {
    if (element.isConnected) continue;
    for (const life of started.values()) life.abort();
    running.delete(element);
  }
}

new MutationObserver((changes) => {
  if (changes.some((change) => change.removedNodes.length)) end();
  for (const change of changes) {
    for (const node of change.addedNodes) if (node instanceof HTMLElement && node.isConnected) begin(node);
  }
}).observe(document.documentElement, { childList: true, subtree: true });
