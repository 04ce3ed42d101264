// Runs layouts away from the page. A classic worker, because the layout libraries are classic scripts.
/* global cytoscape, cytoscapeFcose */

const MANY = 400, APART = 170, ROUNDS = 90;   // beyond MANY entities the exact forces take too long: see spread

self.onmessage = ({ data }) => {
  if (data.libraries) {
    importScripts(...data.libraries);
    cytoscape.use(cytoscapeFcose);
    return;
  }
  const began = performance.now();
  self.postMessage({ id: data.id, places: place(data), took: Math.round(performance.now() - began) });
};

function place({ name, boxes, pairs, roots, ratio, fresh }) {
  const cy = cytoscape({
    headless: true, styleEnabled: true,
    style: [{ selector: 'node', style: { width: 'data(w)', height: 'data(h)', shape: 'rectangle' } }],
    elements: [
      ...boxes.map(({ id, w, h, x, y }, n) => ({ group: 'nodes', data: { id, w, h }, position: start(x, y, n) })),
      ...pairs.map(([source, target], n) => ({ group: 'edges', data: { id: `e${n}`, source, target } })),
    ],
  });
  const fixed = boxes.filter((box) => box.fixed);
  const was = middle(cy);
  if (name !== 'fcose' || boxes.length <= MANY || fresh) cy.layout(options({ name, cy, fixed, roots, ratio, fresh, count: boxes.length })).run();
  if (name === 'fcose' && boxes.length > MANY) spread(cy, fixed, pairs, fresh);
  const held = new Set(fixed.map((box) => box.id));
  const now = name === 'fcose' && fixed.length ? { x: 0, y: 0, keep: true } : middle(cy);
  const places = cy.nodes().filter((node) => !held.has(node.id()))
    .map((node) => [node.id(), node.position('x') + (now.keep ? 0 : was.x - now.x), node.position('y') + (now.keep ? 0 : was.y - now.y)]);
  cy.destroy();
  return places;
}

/** What has no place yet starts on a spiral, so that no two begin on one spot. */
function start(x, y, n) {
  return x === undefined ? { x: 30 * Math.sqrt(n) * Math.cos(n * 2.39996), y: 30 * Math.sqrt(n) * Math.sin(n * 2.39996) } : { x, y };
}

function middle(cy) {
  const box = cy.elements().boundingBox();
  return { x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2 };
}

/**
 * Springs along links and repulsion between near entities, found by a grid (Fruchterman and Reingold 1991, sections 2
 * and 4). It takes the spectral start, or what stands, to readable distances in linear time for each round.
 */
function spread(cy, fixed, pairs, fresh) {
  const at = cy.nodes().map((node) => ({ ...node.position(), dx: 0, dy: 0 })), index = new Map(cy.nodes().map((node, n) => [node.id(), n]));
  const box = cy.nodes().boundingBox(), scale = fresh ? Math.max(1, (APART * Math.sqrt(at.length)) / Math.max(box.w, box.h)) : 1;
  at.forEach((p, n) => { p.x = p.x * scale + Math.cos(n); p.y = p.y * scale + Math.sin(n); });
  const still = new Set(fixed.map(({ id }) => index.get(id))), wires = pairs.map(([a, b]) => [at[index.get(a)], at[index.get(b)]]);
  fixed.forEach(({ id, x, y }) => Object.assign(at[index.get(id)], { x, y }));
  const push = (p, q, force, d) => { p.dx += (p.x - q.x) / d * force; p.dy += (p.y - q.y) / d * force; };
  for (let round = 0; round < ROUNDS; round++) {
    const cells = new Map(), key = (x, y) => x * 65536 + y, size = 2 * APART;
    for (const p of at) { p.dx = p.dy = 0; p.cx = Math.floor(p.x / size); p.cy = Math.floor(p.y / size); const k = key(p.cx, p.cy); if (cells.has(k)) cells.get(k).push(p); else cells.set(k, [p]); }
    for (const p of at) for (let x = p.cx - 1; x <= p.cx + 1; x++) for (let y = p.cy - 1; y <= p.cy + 1; y++) for (const q of cells.get(key(x, y)) ?? []) {
      const d = Math.hypot(p.x - q.x, p.y - q.y) || 1;
      if (p !== q && d < size) push(p, q, (APART * APART) / d, d);
    }
    for (const [p, q] of wires) { const d = Math.hypot(p.x - q.x, p.y - q.y) || 1, pull = -(d * d) / APART / 2; push(p, q, pull, d); push(q, p, pull, d); }
    const most = APART * 2 * (1 - round / ROUNDS) + 1;
    at.forEach((p, n) => { const d = Math.hypot(p.dx, p.dy) || 1, step = Math.min(d, most); if (!still.has(n)) { p.x += p.dx / d * step; p.y += p.dy / d * step; } });
  }
  cy.nodes().forEach((node, n) => { node.position({ x: at[n].x, y: at[n].y }); });
}

function options({ name, cy, fixed, roots, ratio, fresh, count }) {
  const area = Math.max(600, Math.sqrt(count) * 190);
  const boundingBox = { x1: 0, y1: 0, w: area * Math.sqrt(ratio), h: area / Math.sqrt(ratio) };
  const chosen = roots.length ? cy.nodes().filter((node) => roots.includes(node.id())) : cy.collection();
  switch (name) {
    case 'grid': return { name, boundingBox, avoidOverlap: true, avoidOverlapPadding: 12, animate: false };
    case 'concentric': return { name, ...rings(cy, chosen), minNodeSpacing: 24, animate: false };
    case 'hierarchy': return { name: 'breadthfirst', directed: true, roots: chosen.nonempty() ? chosen : undefined, spacingFactor: 1.1, avoidOverlap: true, animate: false };
    default: return {
      name: 'fcose', quality: count > MANY ? 'draft' : 'proof', randomize: fresh, animate: false, fit: false, nodeDimensionsIncludeLabels: false, uniformNodeDimensions: false,
      packComponents: false, idealEdgeLength: 110, nodeRepulsion: 9000, nodeSeparation: 110, edgeElasticity: 0.4, gravity: 0.22, gravityRange: 4,
      numIter: 2500, tile: true, tilingPaddingVertical: 24, tilingPaddingHorizontal: 24,
      fixedNodeConstraint: fixed.length ? fixed.map(({ id, x, y }) => ({ nodeId: id, position: { x, y } })) : undefined,
    };
  }
}

/** Rings are steps away from the chosen entities; they say nothing about how much somebody matters. */
function rings(cy, chosen) {
  const far = new Map(), from = chosen.nonempty() ? chosen : cy.nodes().first();
  cy.elements().bfs({ roots: from, visit: (node, edge, before, n, depth) => { far.set(node.id(), depth); } });
  const last = Math.max(0, ...far.values()) + 1;
  return { concentric: (node) => last - (far.get(node.id()) ?? last), levelWidth: () => 1 };
}
