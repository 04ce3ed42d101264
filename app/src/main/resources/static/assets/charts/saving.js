// Keeps the layout on the server as one works. A newer version there is never overwritten and ours is never dropped.
import { Refusal } from './server.js';
import { layoutOf } from './state.js';

const PAUSE = 900, RETRY = [4000, 10000, 30000];

/** Tells `saved`, `saving`, `waiting`, `failed`, `stopped` and `conflict` through its `state` events. */
export class Saver extends EventTarget {
  #server; #history; #version; #kept; #timer; #running = null; #tries = 0; #halted = false; #begun = false;
  #settled = { name: 'unchanged' }; #waits = false;

  constructor(server, history, version, editable) {
    super();
    this.#halted = !editable;
    this.#server = server;
    this.#history = history;
    this.#version = version;
    this.#kept = JSON.stringify(layoutOf(history.now));
  }

  get dirty() { return JSON.stringify(layoutOf(this.#history.now)) !== this.#kept; }
  get halted() { return this.#halted; }

  /** What stands now is the start: places that no person chose are not saved until a person changes something. */
  begin() {
    this.#kept = JSON.stringify(layoutOf(this.#history.now));
    this.#begun = true;
  }

  /** Call on each change. */
  touch() {
    if (this.#halted || !this.#begun) return;
    if (!this.dirty) return this.#takenBack();
    this.#waits = true;
    this.#tell('waiting');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE);
  }

  /** What waited to be saved was undone: what is on the server stands. */
  #takenBack() {
    if (!this.#waits || this.#running) return;
    clearTimeout(this.#timer);
    this.#waits = false;
    this.#tell(this.#settled.name, this.#settled);
  }

  /** Saves now; resolves once nothing is left to save or saving is not possible. */
  async flush(leaving = false) {
    clearTimeout(this.#timer);
    if (this.#running) { await this.#running; return this.flush(leaving); }
    if (this.#halted || !this.#begun || !this.dirty) return;
    this.#running = this.#save(leaving).finally(() => { this.#running = null; });
    await this.#running;
  }

  async #save(leaving) {
    const layout = layoutOf(this.#history.now);
    this.#waits = false;
    this.#tell('saving');
    try {
      const answer = await this.#server.save(layout, this.#version, leaving);
      this.#version = answer.version;
      this.#kept = JSON.stringify(layout);
      this.#tries = 0;
      this.#settled = { name: 'saved', at: answer.saved_at };
      this.#tell('saved', this.#settled);
      this.touch();
    } catch (problem) { this.#failed(problem); }
  }

  #failed(problem) {
    const status = problem instanceof Refusal ? problem.status : 0;
    if (status === 409 || status === 412) {
      this.#halted = true;
      return this.#tell('conflict', problem.body);
    }
    if (status >= 400 && status < 500 && status !== 429) {
      this.#halted = true;
      return this.#tell('stopped', { status });
    }
    this.#tell('failed');
    this.#timer = setTimeout(() => this.flush(), RETRY[Math.min(this.#tries++, RETRY.length - 1)]);
  }

  /** Goes on from the version another person saved. */
  accept(version, state) {
    this.#version = version;
    this.#kept = JSON.stringify(layoutOf(state));
    this.#halted = false;
  }

  #tell(name, detail = {}) { this.dispatchEvent(new CustomEvent('state', { detail: { name, ...detail } })); }
  destroy() { clearTimeout(this.#timer); }
}
