// Runs layouts away from the page. A classic worker, because the layout libraries are classic scripts.
/* global cytoscape, cytoscapeFcose */

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
  cy.layout(options({ name, cy, fixed, roots, ratio, fresh, count: boxes.length })).run();
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

function options({ name, cy, fixed, roots, ratio, fresh, count }) {
  const area = Math.max(600, Math.sqrt(count) * 190);
  const boundingBox = { x1: 0, y1: 0, w: area * Math.sqrt(ratio), h: area / Math.sqrt(ratio) };
  const chosen = roots.length ? cy.nodes().filter((node) => roots.includes(node.id())) : cy.collection();
  switch (name) {
    case 'grid': return { name, boundingBox, avoidOverlap: true, avoidOverlapPadding: 12, animate: false };
    case 'concentric': return { name, ...rings(cy, chosen), minNodeSpacing: 24, animate: false };
    case 'hierarchy': return { name: 'breadthfirst', directed: true, roots: chosen.nonempty() ? chosen : undefined, spacingFactor: 1.1, avoidOverlap: true, animate: false };
    default: return {
      name: 'fcose', quality: count > 300 ? 'default' : 'proof', randomize: fresh, animate: false, fit: false, nodeDimensionsIncludeLabels: false, uniformNodeDimensions: count > 500,
      packComponents: false, idealEdgeLength: count > 500 ? 90 : 110, nodeRepulsion: 9000, nodeSeparation: 110, edgeElasticity: 0.4, gravity: 0.22, gravityRange: 4,
      numIter: count > 500 ? 220 : 2500, tile: true, tilingPaddingVertical: 24, tilingPaddingHorizontal: 24,
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
