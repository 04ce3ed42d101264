package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.plumbline.identity.Staff;
import org.plumbline.kernel.Role;
import org.plumbline.site.Texts;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A sign-in link just made.
 *
 * @param name whose link it is
 * @param link the sign-in link, shown this once
 * @param waiting the roles that wait for a second person
 */
public record NewLink(String name, String link, List<Role> waiting) {
    public NewLink {
        waiting = List.copyOf(waiting);
    }

    static NewLink of(Staff.Enrolled enrolled, HttpServletRequest request) {
        String link = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/sign-in/" + enrolled.secret())
                .toUriString();
        return new NewLink(
                enrolled.member().name(),
                link,
                enrolled.waiting().stream().sorted().toList());
    }

    /** The waiting roles in words. */
    public String waiting(Texts texts) {
        return MembersPage.words(waiting, texts);
    }
}
