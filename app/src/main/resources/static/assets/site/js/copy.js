// Copies an identifier or hash and says so for a moment.
const SHOWN = 2000;

export function copy(button, signal) {
  const label = button.getAttribute('aria-label');
  let timer;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.setAttribute('aria-label', button.dataset.copied);
    button.classList.add('is-done');
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.setAttribute('aria-label', label);
      button.classList.remove('is-done');
    }, SHOWN);
  }, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}
