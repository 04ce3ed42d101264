package org.plumbline.identity;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** The acting person's organisation: its name, zone and numbering, read and changed by administrators. */
@Service
@Application
public class OwnOrganisation {
    private static final Action READ = new Action("identity.read-organisation", Right.ADMINISTER);
    private static final Action CHANGE = new Action("identity.change-organisation", Right.ADMINISTER);

    private final Acts acts;
    private final Turn turn;
    private final OrganisationTable table;
    private final Clock clock;

    OwnOrganisation(Acts acts, Turn turn, OrganisationTable table, Clock clock) {
        this.acts = acts;
        this.turn = turn;
        this.table = table;
        this.clock = clock;
    }

    /**
     * What an organisation is to be, in words as typed.
     *
     * @param zone identifier of the IANA time zone database, such as {@code Europe/Lisbon}
     * @param numberScheme pattern of the numbers of cases
     */
    public record Wish(String name, String zone, String numberScheme) {}

    /** As it is, with every change so far. */
    public OrganisationFile read() {
        return acts.consult(READ, Scope.organisation(), () -> {
            OrganisationFile file = file();
            return Noted.of(file, ref(file.now()));
        });
    }

    /**
     * What numbers and dates would go by; nothing changes.
     *
     * @throws org.plumbline.kernel.Refused when the zone or the pattern can't be
     */
    public Organisation imagine(String zone, String numberScheme) {
        return acts.consult(READ, Scope.organisation(), () -> {
            Organisation now = file().now();
            var input = new Input();
            Organisation then = checked(now, new Wish(now.name(), zone, numberScheme), input);
            input.check();
            return Noted.of(then, ref(now));
        });
    }

    /**
     * Changes it from now on: numbers given and dates recorded stay as they are.
     *
     * @param version the version the change was made against
     */
    public OrganisationFile change(int version, Wish wish, String reason) {
        return acts.perform(CHANGE, Scope.organisation(), () -> {
            MemberId by = turn.take(Role.ADMINISTRATOR);
            table.takeNames();
            OrganisationFile file = file();
            var input = new Input();
            Organisation then = checked(file.now(), wish, input);
            String why = input.text("reason", reason, 300);
            input.check();
            if (file.version() != version) {
                throw stale(file.version(), version);
            }
            if (then.equals(file.now())) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "nothing-changed", Map.of())
                        .asException();
            }
            table.insert(
                    new OrganisationTable.Version(version + 1, then, new Step(Optional.of(by), clock.instant(), why)));
            return Noted.of(file(), ref(then))
                    .with("changed", differences(file.now(), then))
                    .with("reason", why);
        });
    }

    private Organisation checked(Organisation now, Wish wish, Input input) {
        String name = input.text("name", wish.name(), 200);
        table.find(name)
                .filter(other -> !other.id().equals(now.id()))
                .ifPresent(other -> input.refuse("name", "organisation-name-taken", Map.of("name", name)));
        String zone = input.text("zone", wish.zone(), 100);
        boolean known = ZoneId.getAvailableZoneIds().contains(zone);
        if (!known) {
            input.refuse("zone", "zone-unknown", Map.of("value", zone));
        }
        String pattern = input.text("number_scheme", wish.numberScheme(), 100);
        Optional<String> fault = NumberScheme.fault(pattern);
        fault.ifPresent(code -> input.refuse("number_scheme", code, Map.of("value", pattern)));
        return new Organisation(
                now.id(),
                name,
                fault.isPresent() ? now.numberScheme() : new NumberScheme(pattern),
                known ? ZoneId.of(zone) : now.zone());
    }

    private OrganisationFile file() {
        OrganisationId own = Acting.require().organisation();
        List<OrganisationTable.Version> versions = table.versions(own);
        var changes = new ArrayList<OrganisationFile.Change>();
        for (int i = 0; i + 1 < versions.size(); i++) {
            OrganisationTable.Version made = versions.get(i);
            changes.add(new OrganisationFile.Change(
                    made.number(), made.step(), versions.get(i + 1).organisation(), made.organisation()));
        }
        return new OrganisationFile(
                versions.getFirst().organisation(), versions.getFirst().number(), changes);
    }

    private static String differences(Organisation from, Organisation to) {
        var changed = new ArrayList<String>();
        if (!from.name().equals(to.name())) {
            changed.add("name");
        }
        if (!from.zone().equals(to.zone())) {
            changed.add("zone");
        }
        if (!from.numberScheme().equals(to.numberScheme())) {
            changed.add("number-scheme");
        }
        return String.join(" ", changed);
    }

    static org.plumbline.kernel.Refused stale(int now, int given) {
        return Refusal.of(Refusal.Kind.CONFLICT, "version-stale", Map.of("now", "" + now, "given", "" + given))
                .asException();
    }

    private static Ref ref(Organisation organisation) {
        return new Ref("organisation", organisation.id().value(), organisation.id());
    }
}
