package org.plumbline.cases;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.RefResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How cases, journal entries, tasks and subjects are called, and where they are read. */
@Component
class CaseRefs implements RefResolver {
    private final RefTable table;
    private final TransactionTemplate reading;

    CaseRefs(RefTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public Set<String> kinds() {
        return Set.of("case", "journal-entry", "task", "subject");
    }

    @Override
    public Map<Ref, Named> resolve(Collection<Ref> refs) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Ref> byId = refs.stream().collect(Collectors.toMap(Ref::id, Function.identity(), (a, b) -> a));
        var named = new HashMap<Ref, Named>();
        for (var title : java.util.Objects.requireNonNull(reading.execute(status -> table.titles(byId.keySet())))) {
            Ref ref = byId.get(title.id());
            if (ref != null && ref.kind().equals(title.kind())) {
                named.put(ref, new Named(title.text(), href(title)));
            }
        }
        return named;
    }

    private static String href(RefTable.Title title) {
        String of = "/cases/" + title.caseId();
        return switch (title.kind()) {
            case "journal-entry" -> of + "/journal/" + title.id();
            case "task" -> of + "/tasks/" + title.id();
            case "subject" -> of + "/subjects/" + title.id();
            default -> of;
        };
    }
}
