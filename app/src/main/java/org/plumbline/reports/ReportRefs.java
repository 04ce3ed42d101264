package org.plumbline.reports;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.RefResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A report is called by its title, an issued file by its name; both are read on the page of the report. */
@Component
class ReportRefs implements RefResolver {
    private final ReportTable reports;
    private final IssueTable files;
    private final TransactionTemplate reading;

    ReportRefs(ReportTable reports, IssueTable files, PlatformTransactionManager transactions) {
        this.reports = reports;
        this.files = files;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Report.KIND, IssuedFile.KIND);
    }

    @Override
    public Map<Ref, Named> resolve(Collection<Ref> refs) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Ref> byId = refs.stream().collect(Collectors.toMap(Ref::id, Function.identity(), (a, b) -> a));
        return Objects.requireNonNull(reading.execute(status -> {
            var named = new HashMap<Ref, Named>();
            reports.titles(byId.keySet()).forEach(t -> named.put(byId.get(t.id()), t.named()));
            files.names(byId.keySet()).forEach(t -> named.put(byId.get(t.id()), t.named()));
            return named;
        }));
    }

    /**
     * What a report or a file is called.
     *
     * @param report the report on whose page it is read
     */
    record Title(UUID id, String text, UUID caseId, UUID report) {
        Named named() {
            return new Named(text, "/cases/" + caseId + "/reports/" + report);
        }
    }
}
