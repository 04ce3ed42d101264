package org.plumbline.cases;

import java.util.Map;
import org.plumbline.identity.Handover;
import org.plumbline.kernel.MemberId;
import org.springframework.stereotype.Component;

/** Open tasks of a member who leaves get another assignee; nothing else of a task is read or changed. */
@Component
class TaskHandover implements Handover {
    private final TaskTable table;

    TaskHandover(TaskTable table) {
        this.table = table;
    }

    @Override
    public int waiting(MemberId member) {
        return table.openOf(member);
    }

    @Override
    public Map<String, Integer> depart(Departure departure) {
        int moved = departure
                .successor()
                .map(successor -> table.handOver(departure.member(), successor))
                .orElse(0);
        return Map.of("tasks", moved);
    }
}
