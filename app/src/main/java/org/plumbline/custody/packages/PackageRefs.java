package org.plumbline.custody.packages;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.RefResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What packages are called and where they are listed. */
@Component
class PackageRefs implements RefResolver {
    private static final String KIND = "package";

    private final PackageTable table;
    private final TransactionTemplate reading;

    PackageRefs(PackageTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Map<Ref, Named> resolve(Collection<Ref> refs) {
        List<UUID> ids =
                refs.stream().filter(r -> r.kind().equals(KIND)).map(Ref::id).toList();
        var named = new HashMap<Ref, Named>();
        if (!ids.isEmpty()) {
            Objects.requireNonNull(reading.execute(status -> table.all(ids)))
                    .forEach(made -> named.put(
                            made.ref(),
                            new Named(
                                    made.terms().recipient(),
                                    "/cases/" + made.stamp().caseId().orElseThrow() + "/packages")));
        }
        return named;
    }
}
