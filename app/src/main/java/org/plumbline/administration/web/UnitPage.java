package org.plumbline.administration.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.identity.Step;
import org.plumbline.identity.Unit;
import org.plumbline.identity.UnitFile;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;
import org.plumbline.site.web.Tab;

/**
 * One unit: what it is called and belongs to, who is in it, and the forms that change and close it.
 *
 * @param form of the change
 * @param closing of the closing
 * @param names of everybody who decided something
 */
public record UnitPage(UnitFile file, Form form, Form closing, Map<MemberId, String> names) {
    public UnitPage {
        names = Map.copyOf(names);
    }

    /** What the form of a change starts with. */
    static Form form(Unit unit) {
        return Form.of(Map.of("name", unit.name(), "parent", parent(unit)));
    }

    /** Everybody whose name the page says. */
    static List<MemberId> people(UnitFile file) {
        return Stream.concat(file.wordings().stream().map(UnitFile.Wording::said), file.unit().closed().stream())
                .flatMap(step -> step.by().stream())
                .distinct()
                .toList();
    }

    public String href() {
        return "/admin/units/" + file.unit().id();
    }

    /** What was refused of either form, for the top of the page. */
    public Form refused() {
        return closing.errors().isEmpty() ? form : closing;
    }

    public List<Tab> crumbs(Texts texts) {
        Stream<Tab> path = file.tree().path(file.unit().id()).stream()
                .map(unit -> new Tab(
                        unit.name(),
                        "/admin/units/" + unit.id(),
                        "",
                        unit.id().equals(file.unit().id())));
        return Stream.concat(Stream.of(new Tab(texts.say("units.title"), "/admin/units", "", false)), path)
                .toList();
    }

    /** The open units that belong to it. */
    public List<Unit> below() {
        return file.tree().inOrder().stream()
                .filter(unit -> unit.parent().equals(Optional.of(file.unit().id())))
                .toList();
    }

    /** Where it could be moved: not below itself. */
    public List<Option> parents() {
        Set<UUID> own = file.tree().within(file.unit().id());
        return UnitsPage.options(
                file.tree(),
                file.tree().inOrder().stream()
                        .filter(unit -> !own.contains(unit.id()))
                        .toList());
    }

    /** Whether nothing is in it. */
    public boolean mayClose() {
        return below().isEmpty() && file.members().isEmpty();
    }

    /** One wording in words: the name, and to what it belonged. */
    public String said(UnitFile.Wording wording, Texts texts) {
        return wording.unit()
                .parent()
                .flatMap(file.tree()::find)
                .map(parent ->
                        texts.say("units.said.below", "name", wording.unit().name(), "parent", parent.name()))
                .orElseGet(
                        () -> texts.say("units.said.top", "name", wording.unit().name()));
    }

    /** Who decided something; empty where that is not known. */
    public String by(Step step) {
        return step.by().map(by -> names.getOrDefault(by, "")).orElse("");
    }

    private static String parent(Unit unit) {
        return unit.parent().map(UUID::toString).orElse("");
    }
}
