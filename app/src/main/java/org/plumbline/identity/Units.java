package org.plumbline.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** The units of an organisation, and who is in them. They order the members and give nobody access to anything. */
@Service
@Application
public class Units {
    private static final Action LIST = new Action("identity.list-units", Right.ADMINISTER);
    private static final Action READ = new Action("identity.read-unit", Right.ADMINISTER);
    private static final Action MAKE = new Action("identity.make-unit", Right.ADMINISTER);
    private static final Action CHANGE = new Action("identity.change-unit", Right.ADMINISTER);
    private static final Action CLOSE = new Action("identity.close-unit", Right.ADMINISTER);
    private static final Action PLACE = new Action("identity.place-member", Right.ADMINISTER);

    private final Acts acts;
    private final Turn turn;
    private final UnitTable table;
    private final Members members;
    private final Ids ids;
    private final Clock clock;

    Units(Acts acts, Turn turn, UnitTable table, Members members, Ids ids, Clock clock) {
        this.acts = acts;
        this.turn = turn;
        this.table = table;
        this.members = members;
        this.ids = ids;
        this.clock = clock;
    }

    /** All units, and the unit of each member. */
    public UnitTree list() {
        return acts.consult(LIST, Scope.organisation(), () -> Noted.of(tree()));
    }

    /** A unit, open or closed, with its history. */
    public UnitFile read(UUID id) {
        return acts.consult(READ, Scope.organisation(), () -> {
            UnitFile file = file(id);
            return Noted.of(file, ref(file.unit()));
        });
    }

    /**
     * Makes a unit.
     *
     * @param parent the unit it belongs to; absent for one at the top
     * @param reason may be empty
     */
    public Unit make(String name, Optional<UUID> parent, String reason) {
        return acts.perform(MAKE, Scope.organisation(), () -> {
            MemberId by = turn.take(Role.ADMINISTRATOR);
            UnitTree tree = tree();
            if (tree.units().size() >= UnitTable.MOST) {
                throw conflict("units-full", Map.of("most", "" + UnitTable.MOST));
            }
            var unit = new Unit(ids.next(), name.strip(), parent, 1, Optional.empty());
            Step said = checked(unit, tree, reason, by);
            table.insert(unit.id(), Acting.require().organisation());
            table.insertWording(unit, said);
            return Noted.of(unit, ref(unit)).with("name", unit.name());
        });
    }

    /**
     * Renames a unit, moves it below another, or both.
     *
     * @param version the version the change was made against
     */
    public UnitFile change(UUID id, int version, String name, Optional<UUID> parent, String reason) {
        return acts.perform(CHANGE, Scope.organisation(), () -> {
            MemberId by = turn.take(Role.ADMINISTRATOR);
            UnitTree tree = tree();
            Unit old = open(tree, id);
            var unit = new Unit(id, name.strip(), parent, version + 1, Optional.empty());
            Step said = checked(unit, tree, reason, by);
            if (old.version() != version) {
                throw OwnOrganisation.stale(old.version(), version);
            }
            if (old.name().equals(unit.name()) && old.parent().equals(parent)) {
                throw conflict("nothing-changed", Map.of());
            }
            table.insertWording(unit, said);
            return Noted.of(file(id), ref(unit)).with("name", unit.name()).with("was", old.name());
        });
    }

    /** Closes a unit for good; refused while a member or an open unit is in it. */
    public Unit close(UUID id, String reason) {
        return acts.perform(CLOSE, Scope.organisation(), () -> {
            MemberId by = turn.take(Role.ADMINISTRATOR);
            UnitTree tree = tree();
            Unit unit = open(tree, id);
            String why = Reason.said(reason);
            long below = tree.children(Optional.of(id)).count();
            int inside = tree.count(id);
            if (below > 0 || inside > 0) {
                throw conflict(
                        "unit-not-empty", Map.of("name", unit.name(), "units", "" + below, "members", "" + inside));
            }
            table.insertClosed(id, new Step(Optional.of(by), clock.instant(), why));
            return Noted.of(tree().find(id).orElseThrow(), ref(unit))
                    .with("name", unit.name())
                    .with("reason", why);
        });
    }

    /**
     * Says in which unit a member is from now on.
     *
     * @param unit absent for none
     * @param reason may be empty
     */
    public List<Placement> place(MemberId member, Optional<UUID> unit, String reason) {
        return acts.perform(PLACE, Scope.organisation(), () -> {
            MemberId by = turn.take(Role.ADMINISTRATOR);
            Member placed = turn.colleague(member);
            UnitTree tree = tree();
            var input = new Input();
            unit.filter(id -> tree.find(id).filter(Unit::isOpen).isEmpty())
                    .ifPresent(id -> input.refuse("unit", "unit-unknown", Map.of()));
            String why = input.optionalText("reason", reason, 300);
            input.check();
            if (unit.equals(Optional.ofNullable(tree.members().get(member)))) {
                throw conflict("nothing-changed", Map.of());
            }
            table.insertPlacement(ids.next(), member, unit, new Step(Optional.of(by), clock.instant(), why));
            return Noted.of(table.placements(member), Staff.ref(placed))
                    .with("name", placed.name())
                    .with("unit", unit.flatMap(tree::find).map(Unit::name).orElse("-"));
        });
    }

    private Step checked(Unit unit, UnitTree tree, String reason, MemberId by) {
        var input = new Input();
        input.text("name", unit.name(), 200);
        unit.parent().ifPresent(parent -> {
            if (tree.find(parent).filter(Unit::isOpen).isEmpty()) {
                input.refuse("parent", "unit-unknown", Map.of());
            } else if (tree.within(unit.id()).contains(parent)) {
                input.refuse("parent", "unit-below-itself", Map.of("name", unit.name()));
            }
        });
        boolean taken = tree.children(unit.parent())
                .anyMatch(other -> !other.id().equals(unit.id()) && other.name().equalsIgnoreCase(unit.name()));
        if (taken) {
            input.refuse("name", "unit-name-taken", Map.of("name", unit.name()));
        }
        String why = input.optionalText("reason", reason, 300);
        input.check();
        return new Step(Optional.of(by), clock.instant(), why);
    }

    private static Unit open(UnitTree tree, UUID id) {
        Unit unit = tree.find(id).orElseThrow(Refusal.absent()::asException);
        if (!unit.isOpen()) {
            throw conflict("unit-closed", Map.of("name", unit.name()));
        }
        return unit;
    }

    private UnitFile file(UUID id) {
        UnitTree tree = tree();
        Unit unit = tree.find(id).orElseThrow(Refusal.absent()::asException);
        List<Member> inside = members.colleagues().stream()
                .filter(m -> id.equals(tree.members().get(m.id())))
                .toList();
        return new UnitFile(unit, tree, table.wordings(id), inside);
    }

    private UnitTree tree() {
        return table.tree(Acting.require().organisation());
    }

    private static org.plumbline.kernel.Refused conflict(String code, Map<String, String> arguments) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, arguments).asException();
    }

    private static Ref ref(Unit unit) {
        return new Ref("unit", unit.id(), Acting.require().organisation());
    }
}
