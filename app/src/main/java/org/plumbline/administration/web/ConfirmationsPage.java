package org.plumbline.administration.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.identity.Recovery;
import org.plumbline.identity.RoleRequest;
import org.plumbline.identity.Step;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;

/**
 * What waits for a second person.
 *
 * @param reader who looks, and confirms nothing of their own
 * @param refused whose answer was refused just now; its form is shown again
 * @param link the link of a member who comes back, shown this once
 */
public record ConfirmationsPage(
        List<Item> items, MemberId reader, Form form, Optional<UUID> refused, Optional<NewLink> link) {
    public ConfirmationsPage {
        items = List.copyOf(items);
    }

    /**
     * A role or a recovery.
     *
     * @param name whom it is about
     * @param by who asked, by name; the folder holder too
     * @param role the code of the role; empty for a recovery
     */
    public record Item(UUID id, MemberId member, String name, Step asked, String by, String role) {
        public String href() {
            return "/confirmations/" + (role.isEmpty() ? "recoveries/" : "roles/") + id;
        }

        /** What is asked, in words. */
        public String what(Texts texts) {
            return role.isEmpty()
                    ? texts.say("confirm.what.recovery", "name", name)
                    : texts.say("confirm.what.role", "name", name, "role", texts.say("site.role." + role));
        }
    }

    static List<Item> items(List<RoleRequest> roles, List<Recovery> recoveries, Map<MemberId, String> names) {
        return Stream.concat(
                        roles.stream()
                                .map(r -> item(
                                        r.id(), r.member(), r.asked(), r.role().code(), names)),
                        recoveries.stream().map(r -> item(r.id(), r.member(), r.asked(), "", names)))
                .toList();
    }

    private static Item item(UUID id, MemberId member, Step asked, String role, Map<MemberId, String> names) {
        String by = asked.by().map(who -> names.getOrDefault(who, "")).orElse("");
        return new Item(id, member, names.getOrDefault(member, ""), asked, by, role);
    }

    public boolean isOwn(Item item) {
        return item.member().equals(reader);
    }

    public boolean isAskedByReader(Item item) {
        return item.asked().by().filter(reader::equals).isPresent();
    }

    public boolean isRefused(Item item) {
        return refused.filter(item.id()::equals).isPresent();
    }
}
