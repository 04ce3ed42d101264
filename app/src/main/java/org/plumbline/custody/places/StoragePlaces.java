package org.plumbline.custody.places;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.plumbline.identity.Step;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** The storage places of an organisation: every member may know them, evidence custodians keep them. */
@Service
@Application
public class StoragePlaces {
    private static final Action LIST = new Action("custody.list-places", Right.MEMBER);
    private static final Action READ = new Action("custody.read-place", Right.MEMBER);
    private static final Action MAKE = new Action("custody.make-place", Right.HANDLE_EXHIBITS);
    private static final Action CHANGE = new Action("custody.change-place", Right.HANDLE_EXHIBITS);
    private static final Action CLOSE = new Action("custody.close-place", Right.HANDLE_EXHIBITS);

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]([A-Z0-9-]{0,22}[A-Z0-9])?");

    private final Acts acts;
    private final StoragePlaceTable table;
    private final Ids ids;
    private final Clock clock;

    StoragePlaces(Acts acts, StoragePlaceTable table, Ids ids, Clock clock) {
        this.acts = acts;
        this.table = table;
        this.ids = ids;
        this.clock = clock;
    }

    /** All places. */
    public PlaceTree list() {
        return acts.consult(LIST, Scope.organisation(), () -> Noted.of(tree()));
    }

    /** A place, open or closed, with its history. */
    public PlaceFile read(UUID id) {
        return acts.consult(READ, Scope.organisation(), () -> {
            PlaceFile file = file(id);
            return Noted.of(file, file.place().ref());
        });
    }

    /**
     * Makes a place.
     *
     * @param code 1 to 24 letters, digits and hyphens; kept in capitals
     * @param kind the code of a {@link PlaceKind}
     * @param parent the place it stands in; absent for one at the top
     * @param reason may be empty
     */
    public Place make(String code, String kind, String name, Optional<UUID> parent, String reason) {
        return acts.perform(MAKE, Scope.organisation(), () -> {
            PlaceTree tree = turn();
            if (tree.places().size() >= StoragePlaceTable.MOST) {
                throw conflict("places-full", Map.of("most", "" + StoragePlaceTable.MOST));
            }
            var input = new Input();
            String label = input.text("code", code, 24).toUpperCase(Locale.ROOT);
            checkCode(label, tree, input);
            PlaceKind known = input.choice("kind", kind, PlaceKind.class);
            Place place = new Place(
                    ids.next(),
                    Acting.require().organisation(),
                    parent,
                    label,
                    known,
                    name.strip(),
                    name.strip(),
                    1,
                    Optional.empty());
            Step said = checked(place, tree, reason, input);
            table.insert(place);
            table.insertWording(place, said);
            return Noted.of(tree().find(place.id()).orElseThrow(), place.ref())
                    .with("code", label)
                    .with("name", place.name());
        });
    }

    /**
     * Renames a place, moves it into another, or both; what stands in it goes with it.
     *
     * @param version the version the change was made against
     * @param reason may be empty
     */
    public PlaceFile change(UUID id, int version, String name, Optional<UUID> parent, String reason) {
        return acts.perform(CHANGE, Scope.organisation(), () -> {
            PlaceTree tree = turn();
            Place old = open(tree, id);
            var place = new Place(
                    id,
                    old.organisation(),
                    parent,
                    old.code(),
                    old.kind(),
                    name.strip(),
                    "",
                    version + 1,
                    Optional.empty());
            Step said = checked(place, tree, reason, new Input());
            if (old.version() != version) {
                throw conflict("version-stale", Map.of("now", "" + old.version(), "given", "" + version));
            }
            if (old.name().equals(place.name()) && old.parent().equals(parent)) {
                throw conflict("nothing-changed", Map.of());
            }
            table.insertWording(place, said);
            PlaceFile file = file(id);
            return Noted.of(file, place.ref())
                    .with("code", old.code())
                    .with("was", old.path())
                    .with("is", file.place().path());
        });
    }

    /** Closes a place for good; refused while an open place stands in it or anything is kept there. */
    public PlaceFile close(UUID id, String reason) {
        return acts.perform(CLOSE, Scope.organisation(), () -> {
            PlaceTree tree = turn();
            Place place = open(tree, id);
            var input = new Input();
            String why = input.text("reason", reason, 300);
            input.check();
            long below = tree.children(Optional.of(id)).count();
            if (below > 0) {
                throw conflict("place-not-empty", Map.of("name", place.name(), "places", "" + below));
            }
            long kept = table.kept(id, clock.instant());
            if (kept > 0) {
                throw conflict("place-holds-exhibits", Map.of("name", place.name(), "exhibits", "" + kept));
            }
            table.insertClosed(id, step(why));
            return Noted.of(file(id), place.ref()).with("code", place.code()).with("reason", why);
        });
    }

    private static void checkCode(String code, PlaceTree tree, Input input) {
        if (!CODE.matcher(code).matches()) {
            input.refuse("code", "place-code-form", Map.of("value", code));
        } else if (tree.places().stream().anyMatch(place -> place.code().equals(code))) {
            input.refuse("code", "place-code-taken", Map.of("value", code));
        }
    }

    private Step checked(Place place, PlaceTree tree, String reason, Input input) {
        input.text("name", place.name(), 200);
        place.parent().ifPresent(parent -> {
            if (tree.find(parent).filter(Place::isOpen).isEmpty()) {
                input.refuse("parent", "place-unknown", Map.of());
            } else if (tree.within(place.id()).contains(parent)) {
                input.refuse("parent", "place-in-itself", Map.of("name", place.name()));
            }
        });
        boolean taken = tree.children(place.parent())
                .anyMatch(
                        other -> !other.id().equals(place.id()) && other.name().equalsIgnoreCase(place.name()));
        if (taken) {
            input.refuse("name", "place-name-taken", Map.of("name", place.name()));
        }
        String why = input.optionalText("reason", reason, 300);
        input.check();
        return step(why);
    }

    private Step step(String why) {
        return new Step(Optional.of(Acting.require().member()), clock.instant(), why);
    }

    private static Place open(PlaceTree tree, UUID id) {
        Place place = tree.find(id).orElseThrow(Refusal.absent()::asException);
        if (!place.isOpen()) {
            throw conflict("place-closed", Map.of("name", place.name()));
        }
        return place;
    }

    private PlaceFile file(UUID id) {
        PlaceTree tree = tree();
        return new PlaceFile(tree.find(id).orElseThrow(Refusal.absent()::asException), tree, table.wordings(id));
    }

    /** Changes go one after the other within an organisation, so that two moves at once make no circle. */
    private PlaceTree turn() {
        OrganisationId organisation = Acting.require().organisation();
        table.takeTurn(organisation);
        return table.tree(organisation);
    }

    private PlaceTree tree() {
        return table.tree(Acting.require().organisation());
    }

    private static Refused conflict(String code, Map<String, String> arguments) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, arguments).asException();
    }
}
