package org.plumbline.administration.web;

import java.util.List;
import org.plumbline.identity.Member;
import org.plumbline.identity.MemberFile;
import org.plumbline.kernel.Role;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;

/**
 * Asks what exactly is to be done to a member, and why.
 *
 * @param act what is to be done
 * @param about the code of the role that is to end; empty for other acts
 * @param count how many things the act concerns
 * @param colleagues who could take over what the member holds
 */
public record MemberActPage(MemberFile file, Act act, String about, int count, List<Member> colleagues, Form form) {
    public MemberActPage {
        colleagues = List.copyOf(colleagues);
    }

    /** What an administrator does to a member. */
    public enum Act {
        GIVE("/roles", "role"),
        END("/roles/", ""),
        SESSIONS("/sessions/end", ""),
        TOKENS("/tokens/end", "token"),
        RECOVERY("/recovery", ""),
        LEAVING("/leaving", "successor");

        private final String path;
        private final String field;

        Act(String path, String field) {
            this.path = path;
            this.field = field;
        }

        private String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public String href() {
        return "/members/" + file.member().id();
    }

    public String action() {
        return href() + act.path + (act == Act.END ? about + "/end" : "");
    }

    /** The field that is chosen from {@link #options}; empty where there is nothing to choose. */
    public String field() {
        return act == Act.LEAVING && count == 0 ? "" : act.field;
    }

    /** A part of what the page says: title, text, go or refused. */
    public String part(String part, Texts texts) {
        return texts.say(
                "member.act." + act.code() + "." + part,
                "name",
                file.member().name(),
                "role",
                about.isEmpty() ? "" : texts.say("site.role." + about),
                "count",
                count);
    }

    /** Whether nothing ends by it. */
    public boolean changesOnly() {
        return act == Act.GIVE || act == Act.RECOVERY;
    }

    public List<Option> options(Texts texts) {
        return switch (act) {
            case GIVE ->
                MembersPage.options(texts).stream()
                        .filter(o -> !file.member().roles().contains(Role.ofCode(o.value())))
                        .toList();
            case TOKENS ->
                file.tokens().stream()
                        .map(t -> new Option(t.id().toString(), t.name()))
                        .toList();
            case LEAVING ->
                colleagues.stream()
                        .map(m -> new Option(m.id().toString(), m.name()))
                        .toList();
            case END, SESSIONS, RECOVERY -> List.of();
        };
    }
}
