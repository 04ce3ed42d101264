package org.plumbline.administration.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;

/**
 * The members of the organisation, and the form that enrols one.
 *
 * @param enrolled who was enrolled just now
 */
public record MembersPage(List<Member> members, Form form, Optional<NewLink> enrolled) {
    /**
     * @param name whose link it is
     * @param link the sign-in link, shown this once
     */
    public record NewLink(String name, String link) {}

    public MembersPage {
        members = List.copyOf(members);
    }

    public List<Option> roles(Texts texts) {
        return Arrays.stream(Role.values())
                .map(r -> new Option(r.code(), texts.say("site.role." + r.code())))
                .toList();
    }

    /** The roles of a member in words, in the order of the choice. */
    public List<String> rolesOf(Member member, Texts texts) {
        return member.roles().stream()
                .sorted()
                .map(r -> texts.say("site.role." + r.code()))
                .toList();
    }
}
