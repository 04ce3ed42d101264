package org.plumbline.administration.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.identity.Member;
import org.plumbline.identity.MemberFile;
import org.plumbline.identity.MemberRoles;
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
 */
public record MembersPage(
        List<Member> members, List<MemberFile> left, int waiting, Form form, Optional<NewLink> enrolled) {
    public MembersPage {
        members = List.copyOf(members);
        left = List.copyOf(left);
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
