// Asks before an act that cannot be undone. data-confirm holds the question; the button's own words are the answer.
export function confirm(button, signal) {
  button.addEventListener('click', (event) => {
    if (button.dataset.confirmed) {
      delete button.dataset.confirmed;
      return;
    }
    const dialog = document.querySelector('dialog[data-ask]');
    if (!dialog) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(dialog, button);
  }, { signal, capture: true });
}

function ask(dialog, button) {
  dialog.querySelector('p').textContent = button.dataset.confirm;
  const yes = dialog.querySelector('[value="yes"]');
  yes.textContent = button.textContent.trim();
  yes.className = button.classList.contains('btn-danger') ? 'btn btn-danger' : 'btn btn-primary';
  dialog.returnValue = 'no';
  dialog.addEventListener('close', () => {
    if (dialog.returnValue !== 'yes') return;
    button.dataset.confirmed = 'yes';
    button.click();
  }, { once: true });
  dialog.showModal();
}
