package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is asked for each file or page finds it by an index, through the row policies: looking through all takes the
 * longer the more there are.
 */
class DocumentPlansTest extends ApplicationTest {
    private static final List<String> SLOW_WHEN_LONG =
            List.of("seqscan", "hashjoin", "mergejoin", "sort", "bitmapscan");

    @Autowired
    private JdbcClient db;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void theDocumentOfAnItemIsFoundByItsIndex() {
        assertThat(plan(SLOW_WHEN_LONG, ItemRow.SELECT + "where i.id = :id", Map.of("id", UUID.randomUUID())))
                .anyMatch(line -> line.contains("Index Cond: (item = "));
    }

    @Test
    void aPageOfFamiliesIsReadInTheOrderOfItsIndexFromItsBeginning() {
        UUID id = UUID.randomUUID();
        for (boolean later : List.of(false, true)) {
            List<String> plan =
                    plan(SLOW_WHEN_LONG, ItemTable.families(later), Map.of("case", id, "after", id, "limit", 50));

            assertThat(plan)
                    .anyMatch(line -> line.contains("Index Scan using item_family"))
                    .anyMatch(line -> line.contains("Index Cond: (item = "))
                    .noneMatch(line -> line.contains("Sort"))
                    .anyMatch(line ->
                            !later || (line.contains("Index Cond: ") && line.contains("ROW(family_key, id) > ROW(")));
        }
    }

    @Test
    void whatSharesABandOfAPrintIsFoundByTheIndexOfThatBand() {
        List<String> plan = plan(
                List.of("seqscan", "indexscan"),
                PrintTable.candidatesOf(2),
                Map.of(
                        "case",
                        UUID.randomUUID(),
                        "band0",
                        7,
                        "band1",
                        8,
                        "id",
                        UUID.randomUUID(),
                        "text",
                        "",
                        "limit",
                        9));

        assertThat(plan)
                .anyMatch(line -> line.contains("BitmapOr"))
                .anyMatch(line -> line.contains("Index Cond: ") && line.contains("(bands[1] = "))
                .anyMatch(line -> line.contains("Index Cond: ") && line.contains("(bands[2] = "));
    }

    /** What the planner would do if tables were long. */
    private List<String> plan(List<String> withoutWays, String query, Map<String, Object> values) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            for (String way : withoutWays) {
                db.sql("set local enable_" + way + " = off").update();
            }
            return db.sql("explain " + query).params(values).query(String.class).list();
        }));
    }
}
