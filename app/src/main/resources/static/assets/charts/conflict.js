// Says how saving stands; when somebody else saved first, offers the choice. Nothing is thrown away.
import { fromServer, layoutOf } from './state.js';

const QUIET = ['unchanged', 'waiting', 'saving', 'saved'];

export function saving({ root, server, history, saver, words, formatTime, signal }) {
  const line = root.querySelector('[data-chart-saved]'), note = root.querySelector('[data-chart-conflict]');
  const text = note.querySelector('[data-chart-conflict-text]');
  const says = {
    unchanged: () => '',
    waiting: () => words('saving'), saving: () => words('saving'),
    saved: ({ at }) => words('saved', { time: formatTime(at) }),
    failed: () => words('saveFailed'), stopped: () => words('saveStopped'), conflict: () => words('saveConflict'),
  };

  saver.addEventListener('state', ({ detail }) => {
    line.textContent = says[detail.name](detail);
    line.dataset.state = QUIET.includes(detail.name) ? 'quiet' : 'warn';
    if (detail.name !== 'conflict') return;
    text.textContent = words('conflictText', { by: detail.by ?? words('somebody'), time: formatTime(detail.at) });
    note.hidden = false;
    note.focus();
  }, { signal });

  const acts = {
    async theirs() {   // ours stays one undo away
      const data = await server.load(), state = fromServer(data);
      saver.accept(data.version, state);
      history.commit(state, { smooth: true });
      line.textContent = words('theirsLoaded');
      line.dataset.state = 'quiet';
    },
    async copy() {
      const made = await server.copy({ ...layoutOf(history.now), title: words('copyTitle', { title: history.now.title }) });
      location.assign(made.href);
    },
  };
  note.addEventListener('click', async (event) => {
    const act = acts[event.target.closest('[data-conflict]')?.dataset.conflict];
    if (!act) return;
    try { await act(); note.hidden = true; root.querySelector('[data-chart-canvas]').focus(); } catch { text.textContent = words('conflictFailed'); }
  }, { signal });

  addEventListener('beforeunload', (event) => { if (saver.dirty && note.hidden === false) event.preventDefault(); }, { signal });
  addEventListener('pagehide', () => { saver.flush(true); }, { signal });
}
