package org.plumbline.custody.whereabouts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.custody.places.PlaceTree;
import org.plumbline.custody.places.Places;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** What is out, overdue, between two people or in a place, over all cases that the acting person may see. */
@Service
@Application
public class Whereabouts {
    private static final Action OUT = new Action("custody.list-out", Right.MEMBER);
    private static final Action BETWEEN = new Action("custody.list-between", Right.MEMBER);
    private static final Action IN = new Action("custody.list-kept", Right.MEMBER);

    /** Longer than anything is checked out for. */
    private static final Duration EVER = Duration.ofDays(365_000);

    private final Acts acts;
    private final WhereaboutsTable table;
    private final Places places;
    private final Clock clock;

    Whereabouts(Acts acts, WhereaboutsTable table, Places places, Clock clock) {
        this.acts = acts;
        this.table = table;
        this.places = places;
        this.clock = clock;
    }

    /**
     * What is checked out, the latest act first.
     *
     * @param overdue whether only what should be back by now
     * @param before the act after which the page begins; absent for the first
     */
    public List<Held> out(boolean overdue, Optional<UUID> before, int limit) {
        return acts.consult(OUT, Scope.organisation(), () -> {
            Instant now = clock.instant();
            return noted(table.out(overdue ? now : now.plus(EVER), before, limit));
        });
    }

    /** What was released and nobody has signed for, the latest act first. */
    public List<Held> between(Optional<UUID> before, int limit) {
        return acts.consult(BETWEEN, Scope.organisation(), () -> noted(table.between(before, limit)));
    }

    /** What is kept in a place and in every open one in it, the latest act first. */
    public List<Held> in(UUID place, Optional<UUID> before, int limit) {
        return acts.consult(IN, Scope.organisation(), () -> {
            PlaceTree tree = places.tree();
            Set<UUID> within =
                    tree.find(place).map(found -> tree.within(found.id())).orElseThrow(Refusal.absent()::asException);
            return noted(table.in(within, before, limit));
        });
    }

    private static Noted<List<Held>> noted(List<Held> all) {
        return Noted.of(all, all.stream().map(Held::ref).toList());
    }
}
