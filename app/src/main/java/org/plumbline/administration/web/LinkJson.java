package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.plumbline.identity.Staff;
import org.plumbline.kernel.Role;

/** A member with a sign-in link that is answered this once. */
record LinkJson(UUID id, String name, String link, List<String> waiting) {
    static LinkJson of(Staff.Enrolled enrolled, HttpServletRequest request) {
        NewLink link = NewLink.of(enrolled, request);
        return new LinkJson(
                enrolled.member().id().value(),
                link.name(),
                link.link(),
                link.waiting().stream().map(Role::code).toList());
    }
}
