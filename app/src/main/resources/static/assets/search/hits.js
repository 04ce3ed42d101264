// In a document's page: marks the hits of the query in the part of the text that is shown, and leads from one to the next,
// on to other parts too.
import { behaviour } from 'site/behaviours';
import { mark, unmark } from 'search/marks';

behaviour('[data-hits]', (bar, signal) => {
  const root = document.querySelector('[data-document-text]') ?? document.getElementById('main');
  const stretches = bar.dataset.hits.split(' ').filter(Boolean).map((pair) => {
    const [start, end] = pair.split('-').map(Number);
    return { start, end };
  });
  const word = bar.querySelector('[data-hits-at]');
  const shown = mark(root, stretches);
  const asked = Number(new URLSearchParams(location.search).get('at') ?? -1);
  let at = stretches.findIndex(({ start }) => start === asked);

  function elsewhere(hit) {
    const there = new URL(location.href);
    there.searchParams.delete('page');
    there.searchParams.delete('part');
    there.searchParams.set('at', stretches[hit].start);
    location.assign(there);
  }

  function go(to) {
    at = (to + stretches.length) % stretches.length;
    if (!shown.includes(at)) {
      elsewhere(at);
      return;
    }
    for (const on of root.querySelectorAll('mark.is-on')) on.classList.remove('is-on');
    const parts = root.querySelectorAll(`mark[data-hit="${at}"]`);
    for (const part of parts) part.classList.add('is-on');
    parts[0].scrollIntoView({ block: 'center' });
    word.textContent = bar.dataset.hitsWord.replace('{at}', at + 1).replace('{count}', stretches.length);
  }

  bar.addEventListener('click', (event) => {
    const step = event.target.closest('[data-hits-step]');
    if (step && stretches.length) go(at + Number(step.dataset.hitsStep));
  }, { signal });
  signal.addEventListener('abort', () => unmark(root));
  if (at < 0) at = shown[0] ?? -1;
  if (shown.includes(at)) go(at);
});
