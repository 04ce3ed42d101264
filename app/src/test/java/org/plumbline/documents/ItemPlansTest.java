package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An item finds its document by an index, through the row policies: looking through all takes the longer the more there
 * are.
 */
class ItemPlansTest extends ApplicationTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void theDocumentOfAnItemIsFoundByItsIndex() {
        assertThat(plan("where i.id = '00000000-0000-7000-8000-000000000001'"))
                .anyMatch(line -> line.contains("Index Cond: (item = "));
    }

    @Test
    void aPageOfFamiliesIsReadInTheOrderOfItsIndex() {
        assertThat(plan("where i.case_id = '00000000-0000-7000-8000-000000000001'"
                        + " order by documents.family_place(i.reference), i.id limit 50"))
                .anyMatch(line -> line.contains("Index Scan using item_family"))
                .anyMatch(line -> line.contains("Index Cond: (item = "))
                .noneMatch(line -> line.contains("Sort"));
    }

    /** What the planner would do if tables were long. */
    private List<String> plan(String where) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            for (String way : List.of("seqscan", "hashjoin", "mergejoin", "sort", "bitmapscan")) {
                db.sql("set local enable_" + way + " = off").update();
            }
            return db.sql("explain " + ItemRow.SELECT + where)
                    .query(String.class)
                    .list();
        }));
    }
}
