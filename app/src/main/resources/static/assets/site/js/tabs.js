// Brings the tab of this page into view where the row of tabs is wider than the window.
export function tabs(row) {
  const current = row.querySelector('[aria-current]');
  if (!current || row.scrollWidth <= row.clientWidth) return;
  const before = current.getBoundingClientRect().left - row.getBoundingClientRect().left;
  row.scrollLeft += before - (row.clientWidth - current.clientWidth) / 2;
}
