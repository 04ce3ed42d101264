package org.plumbline.cases;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.access.Access;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Number and purpose of the case a person works on: what the frame of each page says of it. Shows nothing else. */
@Component
public class CaseNumbers {
    private final CaseTable table;
    private final Access access;
    private final TransactionTemplate reading;
    // A number never changes, and only a case that was visible gets in here, by the person it is kept for.
    private final Map<Seen, String> numbers = new ConcurrentHashMap<>();

    private record Seen(CaseId caseId, org.plumbline.kernel.MemberId by) {}

    CaseNumbers(CaseTable table, Access access, PlatformTransactionManager transactions) {
        this.table = table;
        this.access = access;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** The number of a case; empty where the acting person may not see it. */
    public String number(CaseId id) {
        var seen = new Seen(id, Acting.require().member());
        String known = numbers.get(seen);
        if (known != null) {
            return known;
        }
        Optional<String> found = file(id).map(CaseFile::number);
        found.ifPresent(n -> numbers.put(seen, n));
        return found.orElse("");
    }

    /** The purpose that the case's authority gives; absent where the acting person may not see the case. */
    public Optional<Acting.Purpose> purpose(CaseId id) {
        return file(id).map(f -> new Acting.Purpose(id, f.authority().purpose()));
    }

    /**
     * The purpose of one of the case's authorities, at case level or in a compartment; absent where the acting person
     * may not see the case, or not enter the compartment, or the case has no such authority.
     */
    public Optional<Acting.Purpose> purpose(CaseId id, Optional<UUID> authority, Optional<UUID> compartment) {
        return read(() -> table.authorities(id).stream()
                .filter(a -> authority.isEmpty() || authority.get().equals(a.id()))
                .findFirst()
                .filter(a -> compartment.isEmpty() || access.mayEnter(id, compartment.get()))
                .map(a -> new Acting.Purpose(id, a.purpose(), compartment)));
    }

    /** Whether the acting person may still work where this purpose says. */
    public boolean isInForce(Acting.Purpose purpose) {
        // At case level there is nothing to look up: the decision on each reading does that.
        return purpose.compartment()
                .map(c -> read(() -> access.mayEnter(purpose.caseId(), c)))
                .orElse(true);
    }

    /** The name of the compartment that a purpose in force works in; empty at case level. */
    public Optional<String> compartment(Acting.Purpose purpose) {
        return purpose.compartment().flatMap(c -> read(() -> access.compartmentName(purpose.caseId(), c)));
    }

    private <T> T read(java.util.function.Supplier<T> body) {
        return java.util.Objects.requireNonNull(reading.execute(status -> body.get()));
    }

    private Optional<CaseFile> file(CaseId id) {
        return java.util.Objects.requireNonNull(reading.execute(status -> table.find(id)));
    }
}
