// A menu made of details: closes on Escape and on a click elsewhere.
export function menu(details, signal) {
  document.addEventListener('click', (event) => {
    if (details.open && !details.contains(event.target)) details.open = false;
  }, { signal });
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    details.open = false;
    details.querySelector('summary').focus();
  }, { signal });
}
