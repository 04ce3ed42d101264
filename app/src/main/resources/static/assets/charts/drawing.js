// The canvas: draws a state, reports what the hand does to it. It holds no truth of its own.
import { nodeData, palette, rules } from './appearance.js';
import { changed, knowledge, shown } from './state.js';

const LARGE = 400, GLIDE = 220, READABLE = 0.8;

export class Drawing {
  #cy; #root; #box; #history; #selection; #drawn = new Map(); #palette; #calm = matchMedia('(prefers-reduced-motion: reduce)');

  constructor(cytoscape, root, history, selection) {
    this.#root = root;
    this.#box = root.querySelector('[data-chart-canvas]');
    this.#history = history;
    this.#selection = selection;
    this.#palette = palette(root);
    const large = history.now.nodes.size > LARGE;
    this.#cy = cytoscape({
      container: this.#box, style: rules(this.#palette, large), minZoom: 0.05, maxZoom: 4, boxSelectionEnabled: false, autounselectify: true,
      hideEdgesOnViewport: false, textureOnViewport: large, motionBlur: false, pixelRatio: large ? 1 : 'auto',
    });
    this.sync(history.now);
    this.#listen();
  }

  get cy() { return this.#cy; }
  get colours() { return this.#palette; }
  get large() { return this.#history.now.nodes.size > LARGE; }

  #listen() {
    this.#cy.on('tap', (event) => {
      if (event.target === this.#cy) return event.originalEvent.shiftKey || this.#selection.clear();
      const id = event.target.id();
      if (event.originalEvent.shiftKey || event.originalEvent.ctrlKey || event.originalEvent.metaKey) this.#selection.toggle(id);
      else this.#selection.set([id]);
    });
    this.#cy.on('grab', 'node', (event) => {   // a selected entity takes the whole selection along
      if (!this.#selection.has(event.target.id())) return;
      const from = { ...event.target.position() };
      const others = this.#selection.nodesOf(this.#history.now).map((id) => this.#cy.$id(id)).filter((n) => n.id() !== event.target.id()).map((n) => [n, { ...n.position() }]);
      const follow = () => { const at = event.target.position(); this.#cy.batch(() => others.forEach(([n, was]) => n.position({ x: was.x + at.x - from.x, y: was.y + at.y - from.y }))); };
      event.target.on('drag', follow).one('free', () => event.target.off('drag', follow));
    });
    this.#cy.on('dragfree', 'node', () => this.#moved());
  }

  #moved() {
    const { now } = this.#history;
    const off = this.#cy.nodes().filter((n) => { const s = now.nodes.get(n.id()); return s && (Math.abs(s.x - n.position('x')) > 0.5 || Math.abs(s.y - n.position('y')) > 0.5); });
    if (off.nonempty()) this.#history.commit(changed(now, off.map((n) => n.id()), (node) => ({ ...this.#cy.$id(node.id).position() })));
  }

  /** Brings the canvas to a state; only what changed is touched. */
  sync(state, { smooth = false } = {}) {
    const cy = this.#cy, visible = shown(state), glide = smooth && !this.#calm.matches && state.nodes.size <= 300;
    cy.batch(() => {
      for (const id of this.#drawn.keys()) if (!state.nodes.has(id) && !state.links.has(id)) { cy.$id(id).remove(); this.#drawn.delete(id); }
      for (const node of state.nodes.values()) this.#node(node, glide);
      for (const link of state.links.values()) this.#link(link);
      cy.nodes().forEach((n) => { n.toggleClass('away', !visible.nodes.has(n.id())); });
      cy.edges().forEach((e) => { e.toggleClass('away', !visible.links.has(e.id())); });
    });
    this.mark();
  }

  #node(node, glide) {
    if (this.#drawn.get(node.id) === node) return;
    const at = { x: node.x ?? 0, y: node.y ?? 0 };
    let drawn = this.#cy.$id(node.id);
    if (drawn.empty()) drawn = this.#cy.add({ group: 'nodes', data: nodeData(node, this.#palette), position: at });
    else if (glide && (drawn.position('x') !== at.x || drawn.position('y') !== at.y)) drawn.stop().animate({ position: at }, { duration: GLIDE, easing: 'ease-out-cubic' });
    else drawn.stop().position(at);
    drawn.toggleClass('pinned', Boolean(node.pinned));
    this.#drawn.set(node.id, node);
  }

  #link(link) {
    if (this.#drawn.get(link.id) === link) return;
    const sort = knowledge(link);
    const data = { id: link.id, source: link.source, target: link.target, knowledge: sort, label: sort === 'conflict' ? `⇄ ${link.label}` : link.label };
    if (this.#drawn.has(link.id)) this.#cy.$id(link.id).data(data);
    else this.#cy.add({ group: 'edges', data });
    this.#drawn.set(link.id, link);
  }

  /** Shows the selection and its direct links. */
  mark() {
    this.#cy.batch(() => {
      this.#cy.elements('.picked, .near').removeClass('picked near');
      for (const id of this.#selection.ids) this.#cy.$id(id).addClass('picked');
      if (this.#selection.size <= 20) this.#cy.nodes('.picked').connectedEdges().addClass('near');
    });
  }

  repaint() {
    this.#palette = palette(this.#root);
    this.#cy.batch(() => { for (const node of this.#history.now.nodes.values()) this.#cy.$id(node.id).data(nodeData(node, this.#palette)); });
    this.#cy.style(rules(this.#palette, this.large));
  }

  /** Resolves once entities stand where the state has them. */
  async settled() { if (this.#cy.nodes(':animated').nonempty()) await new Promise((done) => { setTimeout(done, GLIDE + 60); }); }

  get middle() { return { x: this.#box.clientWidth / 2, y: this.#box.clientHeight / 2 }; }
  zoom(by) { this.#cy.zoom({ level: this.#cy.zoom() * by, renderedPosition: this.middle }); }
  pan(x, y) { this.#cy.panBy({ x, y }); }
  resized() { this.#cy.resize(); }

  fit() {
    const all = this.#cy.elements().not('.away');
    if (all.empty()) return;
    this.#cy.fit(all, 36);
    if (this.#cy.zoom() > 1.4) { this.#cy.zoom(1.4); this.#cy.center(all); }
  }

  /** The first look: all of it, or on a small screen a readable part around one entity. */
  open() {
    this.fit();
    if (this.#box.clientWidth > 600 || this.#cy.zoom() > READABLE) return;
    this.#cy.zoom(READABLE);
    this.#cy.center(this.#cy.nodes().not('.away').first());
  }

  /** Makes sure that these are in sight, without moving a view that shows them already. */
  reveal(ids) {
    const wanted = this.#cy.collection(ids.map((id) => this.#cy.$id(id)[0]).filter(Boolean)).not('.away'), view = this.#cy.extent(), box = wanted.boundingBox();
    if (wanted.nonempty() && (box.x1 < view.x1 || box.x2 > view.x2 || box.y1 < view.y1 || box.y2 > view.y2)) this.fit();
  }

  destroy() { this.#cy.destroy(); }
}
