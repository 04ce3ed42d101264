package org.plumbline.custody.whereabouts.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.places.Place;
import org.plumbline.custody.places.PlaceTree;
import org.plumbline.custody.whereabouts.Held;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;
import org.plumbline.site.web.Tab;

/**
 * One list of what is where, over all cases of the reader.
 *
 * @param show which list: {@code out}, {@code overdue}, {@code between} or {@code kept}
 * @param place the place whose things are listed; absent for the other lists
 * @param numbers numbers of the cases
 * @param names of members
 * @param next where the next page is; empty on the last
 */
public record WhereaboutsPage(
        String show,
        Optional<Place> place,
        List<Held> lines,
        PlaceTree places,
        Map<CaseId, String> numbers,
        Map<MemberId, String> names,
        Instant now,
        String next) {
    private static final List<String> LISTS = List.of("out", "overdue", "between");

    public WhereaboutsPage {
        lines = List.copyOf(lines);
        numbers = Map.copyOf(numbers);
        names = Map.copyOf(names);
    }

    public List<Tab> tabs(Texts texts) {
        return LISTS.stream()
                .map(list -> new Tab(texts.say("where." + list), "/custody?show=" + list, "", list.equals(show)))
                .toList();
    }

    public List<Tab> crumbs(Texts texts) {
        return place.map(in -> List.of(
                        new Tab(texts.say("places.title"), "/storage-places", "", false),
                        new Tab(in.name(), "/storage-places/" + in.id(), "", false),
                        new Tab(texts.say("where.kept"), "/storage-places/" + in.id() + "/exhibits", "", true)))
                .orElse(List.of());
    }

    /** The number of the case of an exhibit. */
    public String number(Held held) {
        return numbers.getOrDefault(held.caseId(), "");
    }

    /** Who has it, or is to receive it. */
    public String with(Held held) {
        return held.with().map(member -> names.getOrDefault(member, "")).orElse(held.withName());
    }

    /** Who answers for it. */
    public String custodian(Held held) {
        return names.getOrDefault(held.custodian(), "");
    }

    /** Where it is kept, or belongs while it is out. */
    public String place(Held held) {
        Optional<UUID> kept = held.place();
        return kept.flatMap(places::find).map(Place::label).orElse("");
    }

    /** Whether it is late. */
    public Mark due(Held held, Texts texts) {
        return held.overdue(now) ? Mark.bad(texts.say("where.late")) : Mark.waiting(texts.say("where.due"));
    }
}
