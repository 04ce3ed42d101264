package org.plumbline.testing;

import java.util.UUID;
import org.plumbline.identity.Member;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A job as the records hold it. */
final class MadeJob {
    private MadeJob() {}

    /** One of no case, started by this member, that failed; its kind is nobody's. */
    static UUID failed(Member starter, JdbcClient db) {
        UUID id = UUID.randomUUID();
        db.sql("insert into access.label (owner, recorded_at) values (:owner, now()) on conflict do nothing")
                .param("owner", starter.organisation().value())
                .update();
        // One statement: the label is opened to it alone.
        db.sql("""
                        with own as materialized (
                            select l.id, set_config('plumbline.labels', array[l.id]::text, true) from access.label l
                            where l.owner = :owner and l.case_id is null limit 1)
                        insert into jobs.job (id, owner, label, recorded_at, recorded_by, kind, title, data, purpose, state, finished_at)
                        select :id, :owner, own.id, now(), :member, 'made', 'Eelgrass', 'Eelgrass', '', 'failed', now() from own
                        """)
                .param("id", id)
                .param("owner", starter.organisation().value())
                .param("member", starter.id().value())
                .update();
        return id;
    }
}
