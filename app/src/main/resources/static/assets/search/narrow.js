// On a narrow window the facets begin closed, so that the results come first. Without script they are simply open.
import { behaviour } from 'site/behaviours';

behaviour('[data-narrow]', (facets, signal) => {
  const narrow = window.matchMedia('(max-width: 61.99rem)');
  const fit = () => { facets.open = !narrow.matches; };
  narrow.addEventListener('change', fit, { signal });
  fit();
});
