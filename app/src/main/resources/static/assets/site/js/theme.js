// Light or dark: from the system until the reader chooses; the choice is a cookie, so that the next page is drawn in
// it from the start.
const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');
const YEAR = 31536000;

/** The theme in force, chosen or from the system. */
export const theme = () => root.dataset.bsTheme ?? (system.matches ? 'dark' : 'light');

const changed = () => document.dispatchEvent(new CustomEvent('plumbline:theme', { detail: theme() }));

document.addEventListener('click', (event) => {
  if (!event.target.closest('[data-theme-toggle]')) return;
  root.dataset.bsTheme = theme() === 'dark' ? 'light' : 'dark';
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `plumbline-theme=${root.dataset.bsTheme}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  changed();
});
system.addEventListener('change', () => root.dataset.bsTheme ?? changed());
