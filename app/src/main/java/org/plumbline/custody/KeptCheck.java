package org.plumbline.custody;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.audit.log.Finding;

/**
 * Derives what each case keeps again from the content that its records name, and compares it with what is counted, by
 * which quotas are held. Reads only.
 *
 * <p>Who keeps bytes in a compartment that the case keeps elsewhere too counts them there only where they don't see the
 * other record. So bytes with one place count there and nowhere else; those with several count at least once in the
 * case, and at most once in each place.
 */
public final class KeptCheck {
    private static final String KEPT = """
            with named as (
                select distinct c.owner, c.case_id, coalesce(p.series, 0) as series, c.digest, c.bytes
                from custody.content c
                join access.label l on l.id = c.label
                left join access.compartment p on p.id = l.compartments[1]
            ), spread as (
                select n.*, count(*) over (partition by owner, case_id, digest) as places,
                       row_number() over (partition by owner, case_id, digest order by series) as place
                from named n
            ), counted as (
                select coalesce(s.owner, k.organisation) as owner, coalesce(s.case_id, k.case_id) as case_id,
                       coalesce(s.series, k.series) as series,
                       coalesce(k.bytes, 0) as bytes, coalesce(k.files, 0) as files,
                       coalesce(s.most_bytes, 0) as most_bytes, coalesce(s.most_files, 0) as most_files,
                       coalesce(s.least_bytes, 0) as least_bytes, coalesce(s.least_files, 0) as least_files,
                       coalesce(s.once_bytes, 0) as once_bytes, coalesce(s.once_files, 0) as once_files
                from (select owner, case_id, series, sum(bytes) as most_bytes, count(*) as most_files,
                             sum(bytes) filter (where places = 1) as least_bytes,
                             count(*) filter (where places = 1) as least_files,
                             sum(bytes) filter (where place = 1) as once_bytes,
                             count(*) filter (where place = 1) as once_files
                      from spread group by owner, case_id, series) s
                full join custody.kept k
                    on k.organisation = s.owner and k.case_id = s.case_id and k.series = s.series
            ), compared as (
                select c.*, sum(bytes) over whole as case_bytes, sum(files) over whole as case_files,
                       sum(once_bytes) over whole as case_once_bytes, sum(once_files) over whole as case_once_files
                from counted c window whole as (partition by owner, case_id)
            )
            select case_id, series, bytes, files, most_bytes, most_files from compared
            where bytes not between least_bytes and most_bytes or files not between least_files and most_files
               or case_bytes < case_once_bytes or case_files < case_once_files
            order by case_id, series limit 100
            """;

    private final Connection records;

    /** @param records a connection that sees every row */
    public KeptCheck(Connection records) {
        this.records = records;
    }

    /** What is counted otherwise than it is named, at most a hundred places of cases. */
    public List<Finding> run() throws SQLException {
        var findings = new ArrayList<Finding>();
        if (!isCounted()) {
            return findings;
        }
        try (PreparedStatement query = records.prepareStatement(KEPT);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                findings.add(new Finding(
                        "kept-changed",
                        "case " + row.getString("case_id") + ", series " + row.getInt("series") + ": "
                                + row.getLong("bytes") + " bytes in " + row.getLong("files")
                                + " files are counted as kept, " + row.getLong("most_bytes") + " in "
                                + row.getLong("most_files") + " are named"));
            }
        }
        return List.copyOf(findings);
    }

    /** A folder of before there were quotas counts nothing. */
    private boolean isCounted() throws SQLException {
        try (PreparedStatement query = records.prepareStatement("select to_regclass('custody.kept') is not null");
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
