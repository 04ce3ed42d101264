package org.plumbline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The common columns of a protected row: owner, label, case_id, recorded_at, recorded_by, version. Written as the
 * parameters {@code :owner, :label, :case, :at, :by}.
 */
public final class StampRow {
    private StampRow() {}

    /** Reads the common columns of the row under the cursor. */
    public static Stamp read(ResultSet row) throws SQLException {
        return new Stamp(
                new OrganisationId(row.getObject("owner", UUID.class)),
                new LabelId(row.getInt("label")),
                Optional.ofNullable(row.getObject("case_id", UUID.class)).map(CaseId::new),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new MemberId(row.getObject("recorded_by", UUID.class)),
                row.getInt("version"));
    }

    /** Binds the common parameters. */
    public static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Stamp stamp) {
        return statement
                .param("owner", stamp.owner().value())
                .param("label", stamp.label().value())
                .param("case", stamp.caseId().map(CaseId::value).orElse(null), Types.OTHER)
                .param("at", stamp.recordedAt().atOffset(ZoneOffset.UTC))
                .param("by", stamp.recordedBy().value());
    }
}
