// In a wide window a result is shown beside the list; choosing it once more opens its page.
import { behaviour } from 'site/behaviours';
import htmx from 'site/htmx';

behaviour('[data-search-preview]', (pane, signal) => {
  const wide = window.matchMedia('(min-width: 75rem)');

  function choose(link) {
    for (const on of document.querySelectorAll('.pl-hit.is-on')) {
      on.classList.remove('is-on');
      on.querySelector('a')?.removeAttribute('aria-current');
    }
    link.closest('.pl-hit').classList.add('is-on');
    link.setAttribute('aria-current', 'true');
    htmx.ajax('GET', link.dataset.preview, { target: pane, swap: 'innerHTML' });
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-preview]');
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
    if (!link || !plain || !wide.matches || link.closest('.is-on')) return;
    event.preventDefault();
    choose(link);
  }, { signal });
});
