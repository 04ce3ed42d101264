package org.plumbline.entities;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** The collections of a case: registers and other records that came together. */
@Service
@Application
public class EntityCollections {
    private static final Action ADD = new Action("entities.add-collection", Right.WRITE);
    private static final Action READ = new Action("entities.read-collections", Right.READ);

    private final Acts acts;
    private final Stamps stamps;
    private final SourceTable table;
    private final Ids ids;

    EntityCollections(Acts acts, Stamps stamps, SourceTable table, Ids ids) {
        this.acts = acts;
        this.stamps = stamps;
        this.table = table;
        this.ids = ids;
    }

    /**
     * Makes a collection, and the source under which its rows stand.
     *
     * @param checked when it was fetched, a date; empty when unknown
     */
    public CollectionRecord add(CaseId caseId, String name, String publisher, String licence, String checked) {
        return acts.perform(ADD, Scope.of(caseId), () -> {
            var input = new Input();
            var collection = new CollectionRecord(
                    ids.next(),
                    stamps.inCase(caseId),
                    input.text("name", name, 200),
                    input.optionalText("publisher", publisher, 300),
                    input.optionalText("licence", licence, 300),
                    checked.isBlank() ? Optional.empty() : Optional.of(input.date("checked", checked)));
            if (table.collection(caseId, collection.name()).isPresent()) {
                input.refuse("name", "collection-exists", Map.of("name", collection.name()));
            }
            input.check();
            table.insert(collection);
            SourceRecord register = register(collection);
            table.insert(register);
            return Noted.of(collection, collection.ref(), register.ref());
        });
    }

    /** The collections of a case, by name. */
    public List<CollectionRecord> list(CaseId caseId) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            List<CollectionRecord> found = table.collections(caseId);
            return Noted.of(found, found.stream().map(CollectionRecord::ref).toList());
        });
    }

    /** A collection of a case. */
    public CollectionRecord read(CaseId caseId, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            CollectionRecord found = table.collection(caseId, id).orElseThrow(Refusal.absent()::asException);
            return Noted.of(found, found.ref());
        });
    }

    private SourceRecord register(CollectionRecord collection) {
        return new SourceRecord(
                ids.next(),
                collection.stamp(),
                SourceRecord.Kind.REGISTER,
                collection.name(),
                collection.publisher(),
                "",
                collection.checked(),
                "",
                Optional.empty(),
                Optional.of(collection.id()));
    }
}
