package org.plumbline.audit.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.identity.FolderHolder;
import org.springframework.stereotype.Component;

/** Records that a new epoch begins: on the trail of every organisation, as whoever holds the data folder. */
@Component
class EpochActs implements Epochs.Beginning {
    private final FolderHolder holder;
    private final EpochTable table;
    private final PlaceTable places;
    private final SeenElsewhere elsewhere;

    EpochActs(FolderHolder holder, EpochTable table, PlaceTable places, SeenElsewhere elsewhere) {
        this.holder = holder;
        this.table = table;
        this.places = places;
        this.elsewhere = elsewhere;
    }

    @Override
    public void record(VerifierKey key, EpochFacts marked) throws IOException, Refused {
        List<VerifierKey> keys = table.all().stream().map(Epoch::key).toList();
        var known = new HashMap<String, String>();
        Optional<PlaceTable.Kept> newest = places.newest();
        if (newest.isPresent()) {
            Note note = Note.parse(newest.get().signed().getBytes(StandardCharsets.UTF_8));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            known.put(EpochFacts.RESTORED, EpochFacts.of(checkpoint));
            known.putAll(elsewhere.beyond(note, checkpoint, keys));
        }
        known.put("log", key.toString());
        EpochFacts facts = marked.with(known);
        String text = facts.text();
        holder.beginEpoch(Map.copyOf(facts.all()), () -> table.insert(key, text));
    }
}
