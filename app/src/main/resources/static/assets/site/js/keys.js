// Keys of every page: / to search, Ctrl+K for commands, ? for the list of keys. Also opens and closes dialogs.
export const typing = (event) => event.target.closest?.('input, textarea, select, [contenteditable]');

const open = (name) => {
  const dialog = document.querySelector(`dialog[data-${name}], dialog[data-dialog="${name}"]`);
  if (dialog && !dialog.open) dialog.showModal();
};

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    open('palette');
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event) || document.querySelector('dialog[open]')) return;
  if (event.key === '/') {
    const find = document.querySelector('[data-find]');
    if (find) event.preventDefault();
    find?.focus();
  }
  if (event.key === '?') open('keys');
});

document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-open]');
  if (opener) open(opener.dataset.open);
  if (event.target instanceof HTMLDialogElement) event.target.close();
  if (event.target.closest('[data-print]')) print();
});
