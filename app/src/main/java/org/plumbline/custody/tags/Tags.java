package org.plumbline.custody.tags;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.plumbline.access.Stamps;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.places.Place;
import org.plumbline.custody.places.PlaceTree;
import org.plumbline.custody.places.Places;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Tags of exhibits and storage places: made, printed, and followed back to what they are stuck on. */
@Service
@Application
public class Tags {
    /** As many as one sheet or request is for. */
    public static final int MOST = 500;

    private static final Action FIND = new Action("custody.follow-tag", Right.MEMBER);
    private static final Action READ = new Action("custody.read-tags", Right.READ);
    private static final Action MAKE = new Action("custody.make-tags", Right.HANDLE_EXHIBITS);
    private static final Action READ_PLACES = new Action("custody.read-place-tags", Right.MEMBER);
    private static final Action MAKE_PLACES = new Action("custody.make-place-tags", Right.HANDLE_EXHIBITS);

    private final Acts acts;
    private final TagTable table;
    private final Places places;
    private final Stamps stamps;
    private final Ids ids;
    private final Clock clock;
    private final RandomGenerator random;

    Tags(Acts acts, TagTable table, Places places, Stamps stamps, Ids ids, Clock clock, RandomGenerator random) {
        this.acts = acts;
        this.table = table;
        this.places = places;
        this.stamps = stamps;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What a scanned or typed code is stuck on. A code that nobody has and one of something that the acting person may
     * not see are absent alike; what cannot be a code at all is refused as mistyped.
     */
    public Tag<Tagged> find(String typed) {
        return acts.consult(FIND, Scope.organisation(), () -> {
            TagCode code = TagCode.read(typed)
                    .orElseThrow(() -> Refusal.invalid(List.of(new Refusal.Field("code", "tag-mistyped", Map.of())))
                            .asException());
            Tagged on = table.exhibit(code)
                    .<Tagged>map(exhibit -> exhibit)
                    .or(() -> table.place(code).flatMap(places::find).map(Tagged.OfPlace::new))
                    .orElseThrow(Refusal.absent()::asException);
            return Noted.of(new Tag<>(on, Optional.of(code)), on.ref());
        });
    }

    /**
     * Exhibits of a case with their tags, by number.
     *
     * @param from the first number as people write it; empty for the first of the case
     * @param to the last; empty for the same as from, or the last of the case where that is empty too
     */
    public List<Tag<Tagged.OfExhibit>> ofExhibits(CaseId caseId, String from, String to) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            var tags = Range.of(from, to).of(caseId, table);
            return Noted.of(tags, refs(tags));
        });
    }

    /** Makes tags for those of these exhibits that have none; returns all of them. */
    public List<Tag<Tagged.OfExhibit>> makeForExhibits(CaseId caseId, String from, String to) {
        return acts.perform(MAKE, Scope.of(caseId), () -> {
            table.takeTurn(Acting.require().organisation());
            Range range = Range.of(from, to);
            var without = range.of(caseId, table).stream()
                    .filter(tag -> tag.code().isEmpty())
                    .toList();
            without.forEach(tag -> table.insert(
                    ids.next(),
                    stamps.of(new LabelId(table.labelOf(tag.on().id())), Optional.of(caseId)),
                    tag.on().id(),
                    TagCode.make(random)));
            return Noted.of(range.of(caseId, table), refs(without)).with("made", without.size());
        });
    }

    /**
     * A storage place with its tag.
     *
     * @param below whether with every open place in it, in the order of the tree
     */
    public List<Tag<Tagged.OfPlace>> ofPlaces(UUID place, boolean below) {
        return acts.consult(READ_PLACES, Scope.organisation(), () -> {
            var tags = placesOf(place, below);
            return Noted.of(tags, tags.getFirst().on().ref());
        });
    }

    /** Makes tags for those of these places that have none; returns all of them. */
    public List<Tag<Tagged.OfPlace>> makeForPlaces(UUID place, boolean below) {
        return acts.perform(MAKE_PLACES, Scope.organisation(), () -> {
            table.takeTurn(Acting.require().organisation());
            var without = placesOf(place, below).stream()
                    .filter(tag -> tag.code().isEmpty())
                    .toList();
            without.forEach(tag -> table.insert(
                    tag.on().place().id(),
                    TagCode.make(random),
                    clock.instant(),
                    Acting.require().member()));
            return Noted.of(placesOf(place, below), refs(without)).with("made", without.size());
        });
    }

    private List<Tag<Tagged.OfPlace>> placesOf(UUID id, boolean below) {
        PlaceTree tree = places.tree();
        Place place = tree.find(id).orElseThrow(Refusal.absent()::asException);
        var chosen = new ArrayList<Place>(List.of(place));
        if (below) {
            Set<UUID> within = tree.within(id);
            tree.inOrder().stream()
                    .filter(each -> within.contains(each.id()) && !each.id().equals(id))
                    .limit(MOST - 1L)
                    .forEach(chosen::add);
        }
        var codes = table.ofPlaces(chosen.stream().map(Place::id).toList());
        return chosen.stream()
                .map(each -> new Tag<>(new Tagged.OfPlace(each), Optional.ofNullable(codes.get(each.id()))))
                .toList();
    }

    private static <T extends Tagged> List<Ref> refs(List<Tag<T>> tags) {
        return tags.stream().map(tag -> tag.on().ref()).toList();
    }

    /** Running numbers from one to another. */
    private record Range(int from, int to) {
        static Range of(String from, String to) {
            var input = new Input();
            int first = number("from", from, 0, input);
            int last = number("to", to, from.isBlank() ? Integer.MAX_VALUE : first, input);
            input.check();
            return new Range(first, last);
        }

        List<Tag<Tagged.OfExhibit>> of(CaseId caseId, TagTable table) {
            return table.exhibits(caseId, from, to, MOST);
        }

        private static int number(String field, String typed, int otherwise, Input input) {
            if (typed.isBlank()) {
                return otherwise;
            }
            return Exhibit.numberOf(typed).orElseGet(() -> {
                input.refuse(field, "not-an-exhibit-number", Map.of("value", typed.strip()));
                return 0;
            });
        }
    }
}
