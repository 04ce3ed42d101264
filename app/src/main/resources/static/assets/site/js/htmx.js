// Fragment requests carry the page's token and the trail entry of the page they belong to.
const csrf = document.querySelector('meta[name="csrf"]');

document.addEventListener('htmx:configRequest', (event) => {
  const { headers, verb } = event.detail;
  const entry = document.body.dataset.entry;
  if (entry) headers['Plumbline-Entry'] = entry;
  if (csrf && verb !== 'get') headers[csrf.dataset.header] = csrf.content;
});

// No answer at all: say so where refusals are said.
document.addEventListener('htmx:sendError', () => {
  document.querySelector('[data-alerts]')?.replaceChildren(document.querySelector('[data-offline]')?.content.cloneNode(true) ?? '');
});

export default window.htmx;
