// A chart as an unchanging value: what is on it, where it stands, what is filtered. Each change makes a new value.

export const noFilter = Object.freeze({ typesOff: [], kindsOff: [], from: null, to: null, undated: true });

/** The chart the server sent. */
export function fromServer(data) {
  return {
    title: data.title,
    nodes: byId(data.nodes),
    links: byId(data.links),
    filter: { ...noFilter, ...data.filter },
  };
}

const byId = (list) => new Map(list.map((one) => [one.id, Object.freeze({ ...one, ...('x' in one && { x: one.x ?? undefined, y: one.y ?? undefined }) })]));

/** Adds what is new around an anchor, keeps what stands, and drops links whose ends are missing. */
export function withMore(state, { nodes = [], links = [] }, anchor) {
  const all = new Map(state.nodes), wired = new Map(state.links);
  const fresh = nodes.filter((node) => !all.has(node.id));
  const heart = centre(state), middle = state.nodes.get(anchor) ?? heart, away = Math.atan2(middle.y - heart.y, middle.x - heart.x);
  fresh.forEach((node, n) => {
    const angle = away + (((n % 9) - 4) * Math.PI) / 10, far = 150 + 60 * Math.floor(n / 9);   // rows of nine, facing away from what stands
    all.set(node.id, Object.freeze({ ...node, x: node.x ?? middle.x + far * Math.cos(angle), y: node.y ?? middle.y + far * Math.sin(angle) }));
  });
  for (const node of nodes) if (all.get(node.id)?.hidden) all.set(node.id, Object.freeze({ ...all.get(node.id), hidden: false }));
  for (const link of links) if (all.has(link.source) && all.has(link.target)) wired.set(link.id, Object.freeze(link));
  return { state: { ...state, nodes: all, links: wired }, fresh: fresh.map((node) => node.id) };
}

function centre({ nodes }) {
  const placed = [...nodes.values()].filter((node) => node.x !== undefined);
  const mean = (axis) => placed.reduce((sum, node) => sum + node[axis], 0) / (placed.length || 1);
  return { x: mean('x'), y: mean('y') };
}

export function without(state, ids) {
  const gone = new Set(ids);
  return {
    ...state,
    nodes: new Map([...state.nodes].filter(([id]) => !gone.has(id))),
    links: new Map([...state.links].filter(([, link]) => !gone.has(link.source) && !gone.has(link.target))),
  };
}

/** Changes some nodes; `change` is an object, or a function of the node. */
export function changed(state, ids, change) {
  const nodes = new Map(state.nodes);
  for (const id of ids) {
    const node = nodes.get(id);
    if (node) nodes.set(id, Object.freeze({ ...node, ...(typeof change === 'function' ? change(node) : change) }));
  }
  return { ...state, nodes };
}

/** What the server keeps of a chart: who is on it and where. Facts are never sent back. */
export function layoutOf(state) {
  const nodes = [...state.nodes.values()].map(({ id, x, y, pinned, hidden }) =>
    ({ id, x: round(x), y: round(y), pinned: Boolean(pinned), hidden: Boolean(hidden) }));
  return { title: state.title, nodes, filter: state.filter };
}

const round = (value) => (value === undefined ? null : Math.round(value * 10) / 10);

/** The ids that are drawn: not hidden, not filtered away, not left alone by the filter. */
export function shown(state) {
  const links = new Set(), linked = new Set(), touched = new Set();
  for (const link of state.links.values()) {
    touched.add(link.source).add(link.target);
    if (!passes(link, state.filter) || state.nodes.get(link.source).hidden || state.nodes.get(link.target).hidden) continue;
    links.add(link.id);
    linked.add(link.source).add(link.target);
  }
  const nodes = new Set();
  for (const node of state.nodes.values()) {
    if (!node.hidden && (linked.has(node.id) || node.pinned || !touched.has(node.id) || !filters(state.filter))) nodes.add(node.id);
  }
  return { nodes, links };
}

export const filters = (filter) => filter.typesOff.length + filter.kindsOff.length > 0 || filter.from !== null || filter.to !== null || !filter.undated;

function passes(link, filter) {
  if (filter.typesOff.includes(link.type) || filter.kindsOff.includes(knowledge(link))) return false;
  if (!link.from && !link.until) return filter.undated;
  const start = link.from ?? link.until;
  const end = link.until === 'open' ? '9999' : link.until ?? start;
  // Partial dates compare as text, cut to the shorter one: 2019 lies inside 2019-03.
  const within = (a, b) => { const n = Math.min(a.length, b.length); return a.slice(0, n) <= b.slice(0, n); };
  return (!filter.from || within(filter.from, end)) && (!filter.to || within(start, filter.to));
}

/** fact, assessment or conflict: kinds of knowledge are never mixed. */
export const knowledge = (link) => (link.kind === 'assessment' ? 'assessment' : link.conflict ? 'conflict' : 'fact');
