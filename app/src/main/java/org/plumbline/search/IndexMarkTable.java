package org.plumbline.search;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on the marks of index fillings. */
@Component
class IndexMarkTable {
    private final JdbcClient db;

    IndexMarkTable(JdbcClient db) {
        this.db = db;
    }

    void insert(IndexMark mark) {
        db.sql("insert into search.index_mark (id, batches) values (:id, :batches)")
                .param("id", mark.filling())
                .param("batches", mark.batches())
                .update();
    }

    void update(IndexMark mark) {
        db.sql("update search.index_mark set batches = :batches where id = :id")
                .param("id", mark.filling())
                .param("batches", mark.batches())
                .update();
    }

    /** The newest filling. */
    Optional<IndexMark> newest() {
        return db.sql("select id, batches from search.index_mark order by id desc limit 1")
                .query((row, n) -> new IndexMark(row.getObject("id", UUID.class), row.getLong("batches")))
                .optional();
    }
}
