// Adds an entity by name: a combobox over suggestions from the server.
import { el } from './markup.js';
import { mark } from './filters.js';

export function adding({ root, server, words, add, announce, signal }) {
  const input = root.querySelector('[data-chart-add]'), list = root.querySelector('[data-chart-suggestions]');
  let asking = null, timer = null, at = -1;

  const options = () => [...list.querySelectorAll('[role=option]')];
  const close = () => { list.hidden = true; at = -1; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); };
  const point = (next) => {
    const all = options();
    if (all.length === 0) return;
    at = (next + all.length) % all.length;
    all.forEach((option, n) => option.setAttribute('aria-selected', String(n === at)));
    input.setAttribute('aria-activedescendant', all[at].id);
    all[at].scrollIntoView({ block: 'nearest' });
  };
  const choose = (option) => { close(); input.value = ''; add(option.dataset.id, option.dataset.caption); };

  async function suggest() {
    asking?.abort();
    const q = input.value.trim();
    if (q.length < 2) return close();
    asking = new AbortController();
    try {
      const found = await server.suggest(q, asking.signal);
      list.replaceChildren(...found.map((one, n) => el('li', { role: 'option', id: `${list.id}-${n}`, 'data-id': one.id, 'data-caption': one.caption, 'aria-selected': 'false' },
        mark(one.schema), el('span', {}, one.caption), one.kind && el('small', {}, one.kind))));
      if (found.length === 0) list.append(el('li', { class: 'pl-muted', 'aria-disabled': 'true' }, words('noneFound')));
      list.hidden = false;
      input.setAttribute('aria-expanded', 'true');
      announce(words('found', { count: found.length }));
    } catch (problem) {
      if (problem.name !== 'AbortError') { close(); announce(words('notLoaded'), true); }
    }
  }

  input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(suggest, 180); }, { signal });
  input.addEventListener('keydown', (event) => {
    const keys = { ArrowDown: () => point(at + 1), ArrowUp: () => point(at - 1), Escape: close, Enter: () => choose(options()[Math.max(at, 0)]) };
    if (!keys[event.key] || (list.hidden && event.key !== 'Enter')) return;
    event.preventDefault();
    if (event.key !== 'Enter' || options().length > 0) keys[event.key]();
  }, { signal });
  list.addEventListener('mousedown', (event) => event.preventDefault(), { signal });   // the field keeps the focus
  list.addEventListener('click', ({ target }) => { const option = target.closest('[role=option]'); if (option) choose(option); }, { signal });
  input.addEventListener('blur', close, { signal });
}
