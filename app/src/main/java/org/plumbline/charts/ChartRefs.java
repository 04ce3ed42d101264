package org.plumbline.charts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.RefResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How charts are called, and where they are read. */
@Component
class ChartRefs implements RefResolver {
    private final ChartTable table;
    private final TransactionTemplate reading;

    ChartRefs(ChartTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Chart.KIND);
    }

    @Override
    public Map<Ref, Named> resolve(Collection<Ref> refs) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Ref> byId = refs.stream().collect(Collectors.toMap(Ref::id, Function.identity(), (a, b) -> a));
        var named = new HashMap<Ref, Named>();
        for (ChartLine line : Objects.requireNonNull(reading.execute(status -> table.named(byId.keySet())))) {
            CaseId caseId = line.stamp().caseId().orElseThrow();
            named.put(line.ref(), new Named(line.title(), "/cases/" + caseId + "/charts/" + line.id()));
        }
        return named;
    }
}
