// The summary of errors takes the focus, and its links focus the field they name.
export function summary(note, signal) {
  note.focus();
  note.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.scrollIntoView({ block: 'center' });
  }, { signal });
}
