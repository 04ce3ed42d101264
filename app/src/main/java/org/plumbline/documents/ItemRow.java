package org.plumbline.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Stamp;

/** Items as rows; in a join with documents their columns carry a prefix. */
final class ItemRow {
    /**
     * With case and not coalesce: PostgreSQL takes coalesce for something that might tell of rows that aren't to be
     * seen (contain_leaked_vars), and looks through all documents before it joins, for each item anew.
     */
    static final String SELECT = """
            select i.id, i.owner, i.label, i.case_id, i.recorded_at, i.recorded_by, i.version, i.ingestion, i.parent, i.top,
                   i.place, i.depth, i.relation, i.standing, i.name, i.path, i.reference, i.exhibit, i.content, i.digest,
                   i.bytes, i.state, i.reasons, i.duplicate_of, d.id as document
            from documents.item i
            left join documents.document d on d.item = case when i.duplicate_of is null then i.id else i.duplicate_of end
            """;

    /** The columns of an item beside those of its document. */
    static final String JOINED = """
            i.id as i_id, i.owner as i_owner, i.label as i_label, i.case_id as i_case_id, i.recorded_at as i_recorded_at,
            i.recorded_by as i_recorded_by, i.version as i_version, i.ingestion as i_ingestion, i.parent as i_parent,
            i.top as i_top, i.place as i_place, i.depth as i_depth, i.relation as i_relation, i.standing as i_standing,
            i.name as i_name, i.path as i_path, i.reference as i_reference, i.exhibit as i_exhibit,
            i.content as i_content, i.digest as i_digest, i.bytes as i_bytes, i.state as i_state,
            i.reasons as i_reasons, i.duplicate_of as i_duplicate_of, d.id as i_document
            """;

    private ItemRow() {}

    static Item item(ResultSet row, int n) throws SQLException {
        return item(row, StampRow.read(row), "");
    }

    static Item joined(ResultSet row) throws SQLException {
        var stamp = new Stamp(
                new OrganisationId(row.getObject("i_owner", UUID.class)),
                new LabelId(row.getInt("i_label")),
                Optional.of(new CaseId(row.getObject("i_case_id", UUID.class))),
                row.getObject("i_recorded_at", java.time.OffsetDateTime.class).toInstant(),
                new MemberId(row.getObject("i_recorded_by", UUID.class)),
                row.getInt("i_version"));
        return item(row, stamp, "i_");
    }

    private static Item item(ResultSet row, Stamp stamp, String p) throws SQLException {
        return new Item(
                row.getObject(p + "id", UUID.class),
                stamp,
                row.getObject(p + "ingestion", UUID.class),
                Optional.ofNullable(row.getObject(p + "parent", UUID.class)),
                row.getObject(p + "top", UUID.class),
                row.getInt(p + "place"),
                row.getInt(p + "depth"),
                row.getString(p + "relation"),
                row.getString(p + "standing"),
                row.getString(p + "name"),
                row.getString(p + "path"),
                row.getString(p + "reference"),
                row.getObject(p + "exhibit", UUID.class),
                Optional.ofNullable(row.getObject(p + "content", UUID.class)),
                Optional.ofNullable(row.getString(p + "digest")).map(Digest::new),
                row.getLong(p + "bytes"),
                ItemState.ofCode(row.getString(p + "state")),
                Reasons.read(row.getString(p + "reasons")),
                Optional.ofNullable(row.getObject(p + "duplicate_of", UUID.class)),
                Optional.ofNullable(row.getObject(p + "document", UUID.class)));
    }
}
