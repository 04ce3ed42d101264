package org.plumbline.acceptance.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.engine.log.Log;
import org.plumbline.engine.log.Proofs;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.FileTileStore;
import org.plumbline.engine.log.tree.Tree;
import org.plumbline.engine.log.tree.TreeHasher;

/** How records and log stand after a fault, once a new process has caught up. */
final class Standing {
    private static final long MEMORY = 16 << 20;
    private static final String PLACES = """
            select count(*) = coalesce(max(index) + 1, 0) and count(*) = count(distinct index)
                and count(*) = count(distinct entry) from audit.position
            """;
    private static final String WITHOUT_PLACE = """
            select count(*) from audit.entry e
            where not exists (select 1 from audit.position p where p.entry = e.id)
            """;
    private static final String ENTRIES = """
            select e.id::text, b.content::jsonb #>> '{records,0,id}'
            from audit.entry e left join audit.body b on b.entry = e.id
            where e.action = 'campaign.act' and e.id > ?::uuid order by e.id
            """;
    private static final String NEW_LEAVES =
            "select p.index, e.leaf from audit.position p join audit.entry e on e.id = p.entry where p.index >= ?::bigint";

    private final Path data;
    private final Records records;
    private final Checkpoints published;
    private String newest = "00000000-0000-0000-0000-000000000000";
    private long verified;
    private long entries;

    Standing(Path data, Records records, Checkpoints published) throws SQLException {
        this.data = data;
        this.records = records;
        this.published = published;
        // What an earlier run of the campaign wrote was checked then.
        recorded();
    }

    /** What does not hold, of the acts since this was asked last and of every checkpoint ever handed out. */
    List<String> wrong(CampaignActs acts) throws IOException, SQLException {
        var wrong = new ArrayList<String>();
        if (!records.one(PLACES).equals("t")) {
            wrong.add("a place is empty or given twice");
        }
        String waiting = records.one(WITHOUT_PLACE);
        if (!waiting.equals("0")) {
            wrong.add(waiting + " committed entries have no place");
        }
        acts(acts, wrong);
        try {
            log(Log.open(new FileTileStore(data.resolve("trail/log")), MEMORY), wrong);
        } catch (Refused e) {
            wrong.add("the log can't be opened: " + e.getMessage());
        }
        return wrong;
    }

    /** Entries that were held beside what is known of their acts. */
    long entries() {
        return entries;
    }

    private void acts(CampaignActs acts, List<String> wrong) throws SQLException {
        Map<String, Integer> recorded = recorded();
        acts.acknowledged().stream()
                .filter(record -> recorded.getOrDefault(record, 0) != 1)
                .forEach(record -> wrong.add("act " + record + " was acknowledged and has "
                        + recorded.getOrDefault(record, 0) + " entries"));
        acts.takenBack().stream()
                .filter(recorded::containsKey)
                .forEach(record -> wrong.add("act " + record + " was rolled back and has an entry"));
    }

    private Map<String, Integer> recorded() throws SQLException {
        var recorded = new HashMap<String, Integer>();
        records.each(
                ENTRIES,
                row -> {
                    newest = row.getString(1);
                    recorded.merge(String.valueOf(row.getString(2)), 1, Integer::sum);
                },
                newest);
        entries += recorded.size();
        return recorded;
    }

    private void log(Log log, List<String> wrong) throws IOException, SQLException, Refused {
        Proofs proofs = log.proofs(log.tree());
        for (Note note : published.all()) {
            Tree tree = Checkpoint.parse(note.text()).tree();
            if (tree.size() > log.tree().size()) {
                wrong.add("a checkpoint of size " + tree.size() + " was handed out, the log has only "
                        + log.tree().size());
            } else if (!proofs.root(tree.size()).equals(tree.root())) {
                wrong.add("another root was handed out for size " + tree.size());
            }
        }
        var hasher = new TreeHasher();
        var leaves = new HashMap<Long, byte[]>();
        records.each(NEW_LEAVES, row -> leaves.put(row.getLong(1), row.getBytes(2)), Long.toString(verified));
        for (Map.Entry<Long, byte[]> each : leaves.entrySet()) {
            if (each.getKey() >= log.tree().size()) {
                wrong.add("place " + each.getKey() + " is given and not in the log");
            } else if (!proofs.leaf(each.getKey()).equals(hasher.leaf(each.getValue()))) {
                wrong.add("place " + each.getKey() + " holds another entry in the log");
            }
        }
        verified = log.tree().size();
    }
}
