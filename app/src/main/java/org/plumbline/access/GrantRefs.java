package org.plumbline.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.RefResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A grant is called by the name of the member who has it, and is read on the access page of its case. */
@Component
class GrantRefs implements RefResolver {
    private final AccessTable table;
    private final Members members;
    private final TransactionTemplate reading;

    GrantRefs(AccessTable table, Members members, PlatformTransactionManager transactions) {
        this.table = table;
        this.members = members;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public Set<String> kinds() {
        return Set.of("grant");
    }

    @Override
    public Map<Ref, Named> resolve(Collection<Ref> refs) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Ref> byId = refs.stream().collect(Collectors.toMap(Ref::id, Function.identity(), (a, b) -> a));
        var found = java.util.Objects.requireNonNull(reading.execute(status -> table.given(byId.keySet())));
        var names = members.names(found.stream().map(AccessTable.Given::member).toList());
        var named = new HashMap<Ref, Named>();
        for (AccessTable.Given given : found) {
            Ref ref = byId.get(given.id());
            if (ref != null) {
                named.put(
                        ref, new Named(names.getOrDefault(given.member(), ""), "/cases/" + given.caseId() + "/access"));
            }
        }
        return named;
    }
}
