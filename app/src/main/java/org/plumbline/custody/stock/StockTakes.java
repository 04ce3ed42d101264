package org.plumbline.custody.stock;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.access.Stamps;
import org.plumbline.custody.places.Place;
import org.plumbline.custody.places.PlaceTree;
import org.plumbline.custody.places.Places;
import org.plumbline.custody.tags.TagCode;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Service;

/**
 * Stock-takes by evidence custodians. Tags, seals and places are all they tell of what is kept, whichever case it
 * belongs to, and nothing in the records is changed by what they find.
 */
@Service
@Application
public class StockTakes {
    private static final Action LIST = new Action("custody.list-stock-takes", Right.HANDLE_EXHIBITS);
    private static final Action READ = new Action("custody.read-stock-take", Right.HANDLE_EXHIBITS);
    private static final Action BEGIN = new Action("custody.begin-stock-take", Right.HANDLE_EXHIBITS);
    private static final Action SCAN = new Action("custody.scan-stock", Right.HANDLE_EXHIBITS);
    private static final Action END = new Action("custody.end-stock-take", Right.HANDLE_EXHIBITS);

    private final Acts acts;
    private final StockTable table;
    private final Places places;
    private final Stamps stamps;
    private final Ids ids;
    private final Clock clock;

    StockTakes(Acts acts, StockTable table, Places places, Stamps stamps, Ids ids, Clock clock) {
        this.acts = acts;
        this.table = table;
        this.places = places;
        this.stamps = stamps;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stock-takes of the organisation, latest first, before one of them where that is given. */
    public List<StockTake> list(Optional<UUID> before, int limit) {
        return acts.consult(LIST, Scope.organisation(), () -> {
            List<StockTake> takes = table.list(places.tree(), before, limit);
            return Noted.of(takes, takes.stream().map(StockTake::ref).toList());
        });
    }

    /** A stock-take with what was scanned and, once it has ended, what differs. */
    public StockFile read(UUID id) {
        return acts.consult(READ, Scope.organisation(), () -> {
            StockFile file = file(id);
            return Noted.of(file, file.take().ref());
        });
    }

    /** Begins to count a place and every open one in it. */
    public StockFile begin(Optional<UUID> place) {
        return acts.perform(BEGIN, Scope.organisation(), () -> {
            var input = new Input();
            Optional<Place> chosen = place.flatMap(places::find).filter(Place::isOpen);
            if (chosen.isEmpty()) {
                input.refuse("place", place.isEmpty() ? "field-missing" : "place-unknown", Map.of());
            }
            input.check();
            UUID id = ids.next();
            table.insert(id, stamps.inOrganisation(), chosen.orElseThrow().id());
            StockFile file = file(id);
            return Noted.of(file, file.take().ref())
                    .with("place", chosen.orElseThrow().code());
        });
    }

    /**
     * Keeps one tag that was scanned or typed, and says what the records have of it.
     *
     * @param typed the code or the address of the tag
     * @param seal the number of the seal as it is read from the thing; empty where it is not compared
     */
    public Scan scan(UUID id, String typed, String seal) {
        return acts.perform(SCAN, Scope.organisation(), () -> {
            table.takeTurn(id);
            StockTake take = going(id);
            var input = new Input();
            input.text("code", typed, 500);
            String number = input.optionalText("seal", seal, 100);
            Optional<TagCode> code = TagCode.read(typed);
            if (code.isEmpty()) {
                input.refuse("code", "tag-mistyped", Map.of());
            }
            input.check();
            Scan scan = table.looked(
                    ids.next(),
                    stamps.inOrganisation(),
                    code.orElseThrow(),
                    Optional.of(number).filter(n -> !n.isEmpty()),
                    within(take, places.tree()));
            table.insert(id, scan);
            return Noted.of(scan, take.ref()).with("found", scan.found().code());
        });
    }

    /**
     * Signs a stock-take off with what differs.
     *
     * @param note may be empty
     */
    public StockFile end(UUID id, String note) {
        return acts.perform(END, Scope.organisation(), () -> {
            table.takeTurn(id);
            StockTake take = going(id);
            var input = new Input();
            String said = input.optionalText("note", note, 2000);
            input.check();
            Stamp stamp = stamps.inOrganisation();
            List<Scan> scans = table.scans(id);
            List<Kept> kept = throughout(take, stamp.recordedAt());
            List<Difference> differences = differences(kept, scans);
            table.insert(ids.next(), id, new StockTake.Ending(stamp, kept.size(), scans.size(), said));
            differences.forEach(difference -> table.insert(ids.next(), stamp, id, difference));
            return Noted.of(file(id), take.ref())
                    .with("expected", kept.size())
                    .with("seen", scans.size())
                    .with("differences", differences.size());
        });
    }

    /** What the records had there when it began and still have: what came or went meanwhile was not to be counted. */
    private List<Kept> throughout(StockTake take, Instant now) {
        Set<UUID> within = within(take, places.tree());
        Set<UUID> begun = table.keptAt(within, take.stamp().recordedAt()).stream()
                .map(Kept::exhibit)
                .collect(Collectors.toSet());
        return table.keptAt(within, now).stream()
                .filter(kept -> begun.contains(kept.exhibit()))
                .toList();
    }

    private static List<Difference> differences(List<Kept> kept, List<Scan> scans) {
        Set<TagCode> seen = scans.stream().map(Scan::code).collect(Collectors.toSet());
        var all = new ArrayList<Difference>();
        kept.stream()
                .filter(each -> each.code().filter(seen::contains).isEmpty())
                .map(Difference::unseen)
                .forEach(all::add);
        for (Scan scan : scans) {
            if (scan.found() == Found.UNKNOWN) {
                all.add(Difference.seen(Difference.Kind.UNKNOWN, scan));
            } else if (scan.found() != Found.HERE) {
                all.add(Difference.seen(Difference.Kind.MISPLACED, scan));
            }
            if (scan.otherSeal()) {
                all.add(Difference.seen(Difference.Kind.SEAL, scan));
            }
        }
        return all;
    }

    private StockTake going(UUID id) {
        StockTake take = table.find(places.tree(), id).orElseThrow(Refusal.absent()::asException);
        if (take.ended().isPresent()) {
            throw conflict();
        }
        return take;
    }

    private static Refused conflict() {
        return Refusal.of(Refusal.Kind.CONFLICT, "stock-take-ended", Map.of()).asException();
    }

    private StockFile file(UUID id) {
        PlaceTree tree = places.tree();
        StockTake take = table.find(tree, id).orElseThrow(Refusal.absent()::asException);
        int expected = take.ended()
                .map(StockTake.Ending::expected)
                .orElseGet(
                        () -> table.keptAt(within(take, tree), clock.instant()).size());
        return new StockFile(take, tree, table.scans(id), expected, table.differences(id));
    }

    private static Set<UUID> within(StockTake take, PlaceTree tree) {
        return tree.within(take.place().id());
    }
}
