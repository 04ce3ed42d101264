// The command palette: places, and every link of the page marked data-command.
export function palette(dialog, signal) {
  const input = dialog.querySelector('input');
  const list = dialog.querySelector('[role="listbox"]');
  const none = dialog.querySelector('.pl-dialog__none');
  let at = 0;

  const shown = () => [...list.querySelectorAll('[role="option"]:not([hidden])')];

  function mark(next) {
    const options = shown();
    at = Math.max(0, Math.min(options.length - 1, next));
    for (const option of list.children) option.setAttribute('aria-selected', 'false');
    options[at]?.setAttribute('aria-selected', 'true');
    options[at]?.scrollIntoView({ block: 'nearest' });
  }

  function filter() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const option of list.children) {
      const text = option.textContent.toLowerCase();
      option.hidden = !words.every((word) => text.includes(word));
    }
    none.hidden = shown().length > 0;
    mark(0);
  }

  /** Links of the page marked as commands stand first. */
  function gather() {
    list.querySelectorAll('[data-gathered]').forEach((old) => old.remove());
    const found = [...document.querySelectorAll('a[data-command]')].reverse();
    for (const link of found) {
      const option = link.cloneNode(true);
      for (const name of ['id', 'class', 'data-command']) option.removeAttribute(name);
      option.setAttribute('role', 'option');
      option.dataset.gathered = '';
      list.prepend(option);
    }
  }

  new MutationObserver(() => {
    if (!dialog.open) return;
    gather();
    input.value = '';
    filter();
    input.focus();
  }).observe(dialog, { attributeFilter: ['open'] });

  input.addEventListener('input', filter, { signal });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      mark(at + (event.key === 'ArrowDown' ? 1 : -1));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      shown()[at]?.click();
    }
  }, { signal });
}
