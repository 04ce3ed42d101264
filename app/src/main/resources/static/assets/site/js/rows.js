// Lists by keyboard: j and k move, Enter opens, x selects. A row's first link takes the focus.
import { typing } from 'site/keys';

export function rows(list, signal) {
  const all = () => [...list.querySelectorAll('tbody tr, :scope > li')].filter((row) => row.querySelector('a, button'));
  const here = () => all().findIndex((row) => row.contains(document.activeElement));

  function step(by) {
    const found = all();
    const next = found[Math.max(0, Math.min(found.length - 1, here() + by))];
    next?.querySelector('a, button')?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }

  function select() {
    const row = all()[here()];
    const box = row?.querySelector('input[type="checkbox"]');
    if (box) {
      box.click();
    }
  }

  list.addEventListener('change', (event) => {
    const box = event.target;
    if (box.type === 'checkbox') box.closest('tr, li')?.setAttribute('aria-selected', String(box.checked));
  }, { signal });

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event) || document.querySelector('dialog[open]')) return;
    const mine = list.contains(document.activeElement) || list === document.querySelector('[data-rows]');
    if (!mine) return;
    if (event.key === 'j') step(1);
    if (event.key === 'k') step(-1);
    if (event.key === 'x') select();
  }, { signal });
}
