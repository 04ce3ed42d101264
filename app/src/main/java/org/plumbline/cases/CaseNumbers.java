package org.plumbline.cases;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Number and purpose of the case a person works on: what the frame of each page says of it. Shows nothing else. */
@Component
public class CaseNumbers {
    private final CaseTable table;
    private final TransactionTemplate reading;
    // A number never changes, and only a case that was visible gets in here, by the person it is kept for.
    private final Map<Seen, String> numbers = new ConcurrentHashMap<>();

    private record Seen(CaseId caseId, org.plumbline.kernel.MemberId by) {}

    CaseNumbers(CaseTable table, PlatformTransactionManager transactions) {
        this.table = table;
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

    private Optional<CaseFile> file(CaseId id) {
        return java.util.Objects.requireNonNull(reading.execute(status -> table.find(id)));
    }
}
