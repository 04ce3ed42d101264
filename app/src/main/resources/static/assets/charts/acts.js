// What the toolbar, the keys and the pane can do to a chart. Each change is one step of undo.
import { changed, shown, without } from './state.js';

const NUDGE_PAUSE = 700;

export function acts({ root, history, selection, drawing, arranger, expanding, words, announce, save }) {
  const picked = () => selection.nodesOf(history.now), editable = root.dataset.editable === 'true';
  const change = (ids, how) => ids.length > 0 && history.commit(changed(history.now, ids, how));
  let nudged = 0;

  async function arrange(name = 'fcose', only = null) {
    announce(words('arranging'));
    const took = await arranger.arrange({ name, only, roots: picked() });
    if (took !== null) { await drawing.settled(); drawing.fit(); announce(words('arranged')); }
  }

  return {
    undo: () => history.undo(),
    redo: () => history.redo(),
    in: () => drawing.zoom(1.25),
    out: () => drawing.zoom(0.8),
    fit: () => drawing.fit(),
    left: () => drawing.pan(120, 0),
    right: () => drawing.pan(-120, 0),
    up: () => drawing.pan(0, 120),
    down: () => drawing.pan(0, -120),
    arrange,
    pin: () => { if (!editable) return; const ids = picked(), all = ids.every((id) => history.now.nodes.get(id).pinned); change(ids, { pinned: !all }); },
    hide: () => { const ids = picked(); change(ids, { hidden: true }); selection.clear(); announce(words('hidden', { count: ids.length })); },
    unhide: () => change([...history.now.nodes.values()].filter((node) => node.hidden).map((node) => node.id), { hidden: false }),
    remove: () => {
      const ids = picked();
      if (!editable || ids.length === 0) return;
      history.commit(without(history.now, ids));
      announce(words('removed', { count: ids.length }));
    },
    expand: () => { const [id] = picked(); if (id) expanding.open(id); },
    all: () => selection.set(shown(history.now).nodes),
    none: () => selection.clear(),
    save: () => save(),
    /** Moves the selection; presses in quick succession are one step. */
    nudge: (x, y) => {
      const ids = picked(), now = performance.now();
      if (ids.length === 0) return drawing.pan(-x * 6, -y * 6);
      const next = changed(history.now, ids, (node) => ({ x: node.x + x, y: node.y + y }));
      if (now - nudged < NUDGE_PAUSE) history.amend(next); else history.commit(next);
      nudged = now;
    },
    /** Selects the next or previous entity by name, for those who work by keyboard. */
    step: (by) => {
      const list = [...shown(history.now).nodes].map((id) => history.now.nodes.get(id)).sort((a, b) => a.caption.localeCompare(b.caption));
      const here = list.findIndex((node) => selection.has(node.id)), next = list[(here + by + list.length) % list.length];
      if (!next) return;
      selection.set([next.id]);
      drawing.reveal([next.id]);
      announce([next.caption, next.kind, next.role?.word].filter(Boolean).join(', '));
    },
  };
}
