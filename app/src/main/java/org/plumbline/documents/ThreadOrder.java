package org.plumbline.documents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The messages of a thread, each after what it answers, otherwise by date; copies of a message stand with the first.
 */
final class ThreadOrder {
    private final Map<String, ThreadTable.Bone> byIdentifier = new HashMap<>();
    private final Map<UUID, ThreadTable.Bone> parents = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();

    /**
     * @param document the first copy of the message
     * @param copies the others
     */
    record Placed(UUID document, int depth, List<UUID> copies) {}

    private ThreadOrder() {}

    /** @param bones in the order of their dates */
    static List<Placed> of(List<ThreadTable.Bone> bones) {
        var order = new ThreadOrder();
        var messages = new LinkedHashMap<String, List<ThreadTable.Bone>>();
        bones.forEach(bone ->
                messages.computeIfAbsent(bone.digest(), d -> new ArrayList<>()).add(bone));
        messages.values().forEach(copies -> order.known(copies.getFirst()));
        order.place(messages);
        return List.copyOf(order.placed);
    }

    private void known(ThreadTable.Bone bone) {
        bone.messageId().ifPresent(id -> byIdentifier.putIfAbsent(id, bone));
    }

    private void place(Map<String, List<ThreadTable.Bone>> messages) {
        var answers = new HashMap<UUID, List<ThreadTable.Bone>>();
        var roots = new ArrayList<ThreadTable.Bone>();
        for (List<ThreadTable.Bone> copies : messages.values()) {
            var bone = copies.getFirst();
            answered(bone);
            var parent = parents.get(bone.document());
            (parent == null ? roots : answers.computeIfAbsent(parent.document(), k -> new ArrayList<>())).add(bone);
        }
        Deque<Step> steps = new ArrayDeque<>();
        roots.reversed().forEach(root -> steps.push(new Step(root, 0)));
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            placed.add(new Placed(
                    step.bone().document(),
                    step.depth(),
                    messages.getOrDefault(step.bone().digest(), List.of()).stream()
                            .skip(1)
                            .map(ThreadTable.Bone::document)
                            .toList()));
            answers.getOrDefault(step.bone().document(), List.of())
                    .reversed()
                    .forEach(answer -> steps.push(new Step(answer, step.depth() + 1)));
        }
    }

    private record Step(ThreadTable.Bone bone, int depth) {}

    /** The nearest of the mails it names that is here; never one that answers it itself, whatever the mails say. */
    private void answered(ThreadTable.Bone bone) {
        for (String id : bone.parents().reversed()) {
            var parent = byIdentifier.get(id);
            if (parent != null && !isBelow(parent, bone)) {
                parents.put(bone.document(), parent);
                return;
            }
        }
    }

    private boolean isBelow(ThreadTable.Bone one, ThreadTable.Bone above) {
        for (var at = one; at != null; at = parents.get(at.document())) {
            if (at.document().equals(above.document())) {
                return true;
            }
        }
        return false;
    }
}
