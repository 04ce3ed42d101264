package org.plumbline.administration.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.identity.Member;
import org.plumbline.identity.MemberFile;
import org.plumbline.identity.MemberRoles;
import org.plumbline.identity.Unit;
import org.plumbline.identity.UnitTree;
import org.plumbline.kernel.Role;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;

/**
 * The members of the organisation, and the form that enrols one.
 *
 * @param left who left, latest first
 * @param waiting how much waits for a second person
 * @param enrolled who was enrolled just now
 * @param units of the organisation
 * @param unit the one whose members alone are listed, with those of the units below
 */
public record MembersPage(
        List<Member> members,
        List<MemberFile> left,
        int waiting,
        Form form,
        Optional<NewLink> enrolled,
        UnitTree units,
        Optional<Unit> unit) {
    public MembersPage {
        members = List.copyOf(members);
        left = List.copyOf(left);
    }

    /** Those who are listed. */
    public List<Member> listed() {
        return members.stream()
                .filter(m -> unit.isEmpty() || units.holds(unit.get().id(), m.id()))
                .toList();
    }

    /** The choice of units, with the one that is chosen. */
    public Form filter() {
        return Form.of(Map.of("unit", unit.map(u -> u.id().toString()).orElse("")));
    }

    public List<Option> unitOptions() {
        return UnitsPage.options(units, units.inOrder());
    }

    /** The unit of a member with those it belongs to; empty where there is none. */
    public String unitOf(Member member) {
        return Optional.ofNullable(units.members().get(member.id()))
                .flatMap(units::find)
                .map(in -> UnitsPage.path(units, in))
                .orElse("");
    }

    public List<Option> roles(Texts texts) {
        return options(texts);
    }

    /** The roles of a member in words, in the order of the choice. */
    public String rolesOf(Member member, Texts texts) {
        return words(member.roles(), texts);
    }

    /** Every role; those that one administrator alone can't give say so. */
    static List<Option> options(Texts texts) {
        return Arrays.stream(Role.values())
                .map(r -> new Option(
                        r.code(),
                        MemberRoles.needSecondPerson(r)
                                ? texts.say("member.role.two", "role", texts.say("site.role." + r.code()))
                                : texts.say("site.role." + r.code())))
                .toList();
    }

    static String words(Collection<Role> roles, Texts texts) {
        return roles.stream()
                .sorted()
                .map(r -> texts.say("site.role." + r.code()))
                .collect(Collectors.joining(" · "));
    }
}
