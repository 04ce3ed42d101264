package org.plumbline.documents;

import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on single items of the ledger. */
@Component
class ItemTable {
    private static final String SELECT = ItemRow.SELECT;

    /** The states of what was read, or tried. */
    private static final List<String> READ =
            List.of("indexed", "container", "encrypted", "unsupported", "partial", "failed");

    private final JdbcClient db;

    ItemTable(JdbcClient db) {
        this.db = db;
    }

    /** Adds an item; does nothing where its parent has an item in that place already. Returns whether it was added. */
    boolean insert(Item item) {
        return StampRow.bind(db.sql("""
                                insert into documents.item (id, owner, label, case_id, recorded_at, recorded_by, ingestion,
                                    parent, top, place, depth, relation, standing, name, path, reference, exhibit, content,
                                    digest, bytes, state, reasons)
                                values (:id, :owner, :label, :case, :at, :by, :ingestion, :parent, :top, :place, :depth,
                                    :relation, :standing, :name, :path, :reference, :exhibit, :content, :digest, :bytes,
                                    :state, :reasons)
                                on conflict on constraint item_place_once do nothing
                                """), item.stamp())
                        .param("id", item.id())
                        .param("ingestion", item.ingestion())
                        .param("parent", item.parent().orElse(null), Types.OTHER)
                        .param("top", item.top())
                        .param("place", item.place())
                        .param("depth", item.depth())
                        .param("relation", item.relation())
                        .param("standing", item.standing())
                        .param("name", item.name())
                        .param("path", item.path())
                        .param("reference", item.reference())
                        .param("exhibit", item.exhibit())
                        .param("content", item.content().orElse(null), Types.OTHER)
                        .param("digest", item.digest().map(Digest::hex).orElse(null), Types.VARCHAR)
                        .param("bytes", item.bytes())
                        .param("state", item.state().code())
                        .param("reasons", Reasons.write(item.reasons()))
                        .update()
                == 1;
    }

    /**
     * An item taken to be read.
     *
     * @param times how often it has been taken without coming to an end, this time with it
     */
    record Taken(Item item, int times) {}

    /** Takes the next waiting item of an ingestion; nobody else gets it. */
    Optional<Taken> claim(UUID ingestion) {
        return db.sql("""
                        update documents.item set state = 'running', taken = taken + 1, version = version + 1
                        where id = (select id from documents.item where ingestion = :ingestion and state = 'waiting'
                                    order by seq limit 1 for update skip locked)
                        returning id, taken
                        """)
                .param("ingestion", ingestion)
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getInt("taken")))
                .optional()
                .flatMap(found -> find(found.getKey()).map(item -> new Taken(item, found.getValue())));
    }

    /** Gives back what a run leaves that ends by itself, told to or broken off: only the end of the process counts. */
    int giveBack(UUID ingestion) {
        return db.sql("""
                        update documents.item set state = 'waiting', taken = greatest(taken - 1, 0), version = version + 1
                        where ingestion = :ingestion and state = 'running'
                        """).param("ingestion", ingestion).update();
    }

    /** Has what is in these states read again. */
    int againInStates(UUID ingestion, List<ItemState> states) {
        return db.sql("""
                        update documents.item set state = 'waiting', taken = 0, version = version + 1
                        where ingestion = :ingestion and state in (:states) and content is not null and bytes > 0
                        """)
                .param("ingestion", ingestion)
                .param("states", states.stream().map(ItemState::code).toList())
                .update();
    }

    /** Has what was read last with other tools than these read again. */
    int againWithNewer(UUID ingestion, String tools) {
        return db.sql("""
                        update documents.item i set state = 'waiting', taken = 0, version = version + 1
                        where i.ingestion = :ingestion and i.content is not null and i.bytes > 0 and i.state in (:states)
                          and coalesce((select r.tools from documents.reading r where r.item = i.id
                                        order by r.id desc limit 1), '') <> :tools
                        """)
                .param("ingestion", ingestion)
                .param("tools", tools)
                .param("states", READ)
                .update();
    }

    /** Has what holds scans read last in other languages than these read again. */
    int againInLanguages(UUID ingestion, List<String> now, List<String> standard) {
        return spoken(
                        "update documents.item u set state = 'waiting', taken = 0, version = version + 1 where u.id in"
                                + " (select r.item " + inOtherLanguages(":ingestion", now, standard) + ")",
                        now)
                .param("ingestion", ingestion)
                .update();
    }

    /** How many of an ingestion hold scans that were read last in other languages than these. */
    long countOtherLanguages(UUID ingestion, List<String> now, List<String> standard) {
        return spoken("select count(*) " + inOtherLanguages(":ingestion", now, standard), now)
                .param("ingestion", ingestion)
                .query(Long.class)
                .single();
    }

    /** The ingestions of a case with such scans, newest first. */
    List<OcrLanguages.OtherLanguages> otherLanguages(CaseId caseId, List<String> now, List<String> standard) {
        return spoken(
                        "select g.id, g.title, c.files from documents.ingestion g cross join lateral (select count(*)"
                                + " as files " + inOtherLanguages("g.id", now, standard)
                                + ") c where g.case_id = :case and c.files > 0 order by g.id desc limit 100",
                        now)
                .param("case", caseId.value())
                .query((row, n) -> new OcrLanguages.OtherLanguages(
                        row.getObject("id", UUID.class), row.getString("title"), row.getLong("files")))
                .list();
    }

    /** What was read before the languages were kept was read in the standard ones. */
    private static String inOtherLanguages(String ingestion, List<String> now, List<String> standard) {
        String unkept = """
                 or r.ocr_languages = '' and exists (
                    select 1 from documents.document d join documents.document_text t on t.id = d.id
                    where d.item = i.id and t.sections like '%\ttrue\t%')
                """;
        return """
                from documents.reading r join documents.item i on i.id = r.item
                where r.ingestion =\s""" + ingestion
                + " and (r.ocr_languages <> '' and r.ocr_languages <> :now" + (now.equals(standard) ? "" : unkept)
                + """
                )
                  and i.state in (:states) and i.content is not null and i.bytes > 0
                  and not exists (select 1 from documents.reading n where n.item = r.item and n.id > r.id)
                """;
    }

    private JdbcClient.StatementSpec spoken(String sql, List<String> now) {
        return db.sql(sql).param("now", String.join(" ", now)).param("states", READ);
    }

    /**
     * How many were read last with other tools; of what was read before readings were kept, all where none is newer.
     */
    long countOlder(UUID ingestion, String tools) {
        return db.sql("""
                        select case when exists (select 1 from documents.reading where ingestion = :ingestion)
                            then (select count(*) from documents.reading r join documents.item i on i.id = r.item
                                  where r.ingestion = :ingestion and (r.tools < :tools or r.tools > :tools)
                                    and i.state in (:states)
                                    and not exists (select 1 from documents.reading n where n.item = r.item and n.id > r.id))
                            else (select count(*) from documents.item
                                  where ingestion = :ingestion and content is not null and bytes > 0 and state in (:states))
                            end
                        """)
                .param("ingestion", ingestion)
                .param("tools", tools)
                .param("states", READ)
                .query(Long.class)
                .single();
    }

    /** By what a file found inside another is known again when that is read once more. */
    record Found(String name, Optional<String> digest) {}

    /** A place among what was found in an item. */
    record Place(int number, Found found) {}

    /** What was found in an item when it was read before. */
    List<Place> places(UUID parent) {
        return db.sql(
                        "select place, name, digest from documents.item where parent = :parent order by place limit 200000")
                .param("parent", parent)
                .query((row, n) -> new Place(
                        row.getInt("place"),
                        new Found(row.getString("name"), Optional.ofNullable(row.getString("digest")))))
                .list();
    }

    /** Gives back what a run that was cut off had taken. */
    int release(UUID ingestion) {
        return db.sql("""
                        update documents.item set state = 'waiting', version = version + 1
                        where ingestion = :ingestion and state = 'running'
                        """).param("ingestion", ingestion).update();
    }

    boolean anyWaiting(UUID ingestion) {
        return db.sql("select exists (select 1 from documents.item where ingestion = :ingestion and state = 'waiting')")
                .param("ingestion", ingestion)
                .query(Boolean.class)
                .single();
    }

    /** Gives an item its state; false when it was changed since this version. */
    boolean finish(UUID id, int version, ItemState state, List<Reason> reasons, Optional<UUID> duplicateOf) {
        return db.sql("""
                                update documents.item set state = :state, reasons = :reasons, duplicate_of = :duplicate,
                                    taken = 0, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("id", id)
                        .param("version", version)
                        .param("state", state.code())
                        .param("reasons", Reasons.write(reasons))
                        .param("duplicate", duplicateOf.orElse(null), Types.OTHER)
                        .update()
                == 1;
    }

    /** The earliest other item of the case with the same bytes that was or will be read, if it came before this one. */
    Optional<Item> earlier(Item item) {
        return db.sql(SELECT + """
                                where i.case_id = :case and i.digest = :digest and i.id <> :id
                                  and i.seq < (select seq from documents.item where id = :id)
                                  and i.state not in ('duplicate', 'excluded', 'failed', 'partial')
                                order by i.seq limit 1
                                """)
                .param("case", item.stamp().caseId().orElseThrow().value())
                .param("digest", item.digest().map(Digest::hex).orElse(""))
                .param("id", item.id())
                .query(ItemRow::item)
                .optional();
    }

    /** How many items came out of one file received. */
    long below(UUID top) {
        return db.sql("select count(*) from documents.item where top = :top")
                .param("top", top)
                .query(Long.class)
                .single();
    }

    Optional<Item> find(UUID id) {
        return db.sql(SELECT + "where i.id = :id")
                .param("id", id)
                .query(ItemRow::item)
                .optional();
    }

    List<Item> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(SELECT + "where i.id in (:ids) order by i.id limit 1000")
                        .param("ids", ids)
                        .query(ItemRow::item)
                        .list();
    }

    Optional<Item> find(CaseId caseId, UUID ingestion, UUID id) {
        return find(id).filter(i ->
                i.ingestion().equals(ingestion) && i.stamp().caseId().equals(Optional.of(caseId)));
    }

    /** Items of an ingestion in the order they were recorded, after the cursor. */
    List<Item> list(UUID ingestion, Optional<ItemState> state, Optional<UUID> after, int limit) {
        return db.sql(SELECT + """
                                where i.ingestion = :ingestion and (:state = '' or i.state = :state)
                                  and (cast(:after as uuid) is null
                                       or i.seq > (select seq from documents.item where id = :after))
                                order by i.seq limit :limit
                                """)
                .param("ingestion", ingestion)
                .param("state", state.map(ItemState::code).orElse(""))
                .param("after", after.orElse(null), Types.OTHER)
                .param("limit", limit)
                .query(ItemRow::item)
                .list();
    }

    /** Files of a case by family, each before what was found in it, after the cursor. */
    List<Item> families(CaseId caseId, Optional<UUID> after, int limit) {
        var query = db.sql(families(after.isPresent()))
                .param("case", caseId.value())
                .param("limit", limit);
        return after.map(id -> query.param("after", id))
                .orElse(query)
                .query(ItemRow::item)
                .list();
    }

    /** The question for a page of families, the first or a later one. */
    static String families(boolean later) {
        String after = later
                ? " and (i.family_key, i.id) > ((select c.family_key from documents.item c where c.id = :after), :after)"
                : "";
        return SELECT + "where i.case_id = :case" + after + " order by i.family_key, i.id limit :limit";
    }

    /** What was found in an item, in its order. */
    List<Item> children(UUID parent, int limit) {
        return db.sql(SELECT + "where i.parent = :parent order by i.place limit :limit")
                .param("parent", parent)
                .param("limit", limit)
                .query(ItemRow::item)
                .list();
    }

    /** Files with the same bytes as one of these, in the order they were recorded. */
    List<Item> duplicates(Collection<UUID> of, int limit) {
        return of.isEmpty()
                ? List.of()
                : db.sql(SELECT + "where i.duplicate_of in (:of) order by i.seq limit :limit")
                        .param("of", of)
                        .param("limit", limit)
                        .query(ItemRow::item)
                        .list();
    }

    /** How many files were found in an item that are no mails of a mailbox. */
    int attachments(UUID parent) {
        return db.sql("select count(*) from documents.item where parent = :parent and relation <> 'mail'")
                .param("parent", parent)
                .query(Integer.class)
                .single();
    }

    /** The file received and what came out of it, in the order they were recorded. */
    List<Item> ofExhibit(UUID exhibit, int limit) {
        return db.sql(SELECT + "where i.exhibit = :exhibit order by i.seq limit :limit")
                .param("exhibit", exhibit)
                .param("limit", limit)
                .query(ItemRow::item)
                .list();
    }
}
