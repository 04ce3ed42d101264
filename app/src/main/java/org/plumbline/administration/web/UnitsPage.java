package org.plumbline.administration.web;

import java.util.List;
import java.util.Map;
import org.plumbline.identity.Unit;
import org.plumbline.identity.UnitTree;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;

/**
 * The units of the organisation and the form that makes one.
 *
 * @param names of everybody who closed one
 */
public record UnitsPage(UnitTree tree, Form form, Map<MemberId, String> names) {
    public UnitsPage {
        names = Map.copyOf(names);
    }

    public List<Option> parents() {
        return options(tree, tree.inOrder());
    }

    /** Who closed a unit; empty where that is not known. */
    public String closedBy(Unit unit) {
        return unit.closed()
                .flatMap(closed -> closed.by())
                .map(by -> names.getOrDefault(by, ""))
                .orElse("");
    }

    /** A choice of units, each by the path that leads to it. */
    static List<Option> options(UnitTree tree, List<Unit> units) {
        return units.stream()
                .map(unit -> new Option(unit.id().toString(), path(tree, unit)))
                .toList();
    }

    /** The unit with those it belongs to, the topmost first. */
    static String path(UnitTree tree, Unit unit) {
        return String.join(" › ", tree.path(unit.id()).stream().map(Unit::name).toList());
    }
}
