package org.plumbline.access;

import java.util.Objects;
import org.plumbline.kernel.MemberId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many openings by break-glass a member was told of and has not looked at: the figure on the bell, nothing else.
 */
@Component
public class GlassNotices {
    private final OpeningTable table;
    private final TransactionTemplate reading;

    GlassNotices(OpeningTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    public int unseen(MemberId member) {
        return Objects.requireNonNull(reading.execute(status -> table.unseen(member)));
    }
}
