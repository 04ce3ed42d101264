package org.plumbline.engine.graph;

/**
 * How the visible entities hang together.
 *
 * @param parts how many there are without a link between them
 * @param largest how many entities are in the largest
 * @param end whether all was looked at
 */
public record Parts(int parts, int largest, End end) {
    static Parts of(Graph graph, Walk walk, Marks marks) {
        int parts = 0;
        int largest = 0;
        for (int entity = 0; entity < graph.size(); entity++) {
            if (marks.has(entity) || !walk.sees(entity)) {
                continue;
            }
            Side side = new Side(marks, entity);
            while (side.waiting() && side.level(walk)) {
                // Until nothing more hangs on it.
            }
            if (walk.end() != End.WHOLE) {
                return new Parts(parts, largest, walk.end());
            }
            parts++;
            largest = Math.max(largest, side.size());
        }
        return new Parts(parts, largest, End.WHOLE);
    }
}
