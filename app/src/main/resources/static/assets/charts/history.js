// Undo and redo: every change of the chart is a new state; this keeps the way back.
const DEPTH = 300;

export class History extends EventTarget {
  #past = [];
  #future = [];
  #now;

  constructor(state) {
    super();
    this.#now = state;
  }

  get now() { return this.#now; }
  get canUndo() { return this.#past.length > 0; }
  get canRedo() { return this.#future.length > 0; }

  /** Takes the next state; `how` tells listeners whether to move smoothly. */
  commit(state, how = {}) {
    if (state === this.#now) return;
    this.#past.push(this.#now);
    if (this.#past.length > DEPTH) this.#past.shift();
    this.#future = [];
    this.#go(state, how);
  }

  /** Replaces the present without a step: a preview, or places given to what was just added. */
  amend(state, how = {}) { this.#go(state, how); }

  undo() { if (this.canUndo) { this.#future.push(this.#now); this.#go(this.#past.pop(), { smooth: true }); } }
  redo() { if (this.canRedo) { this.#past.push(this.#now); this.#go(this.#future.pop(), { smooth: true }); } }

  #go(state, how) {
    this.#now = state;
    this.dispatchEvent(new CustomEvent('change', { detail: { state, ...how } }));
  }
}
