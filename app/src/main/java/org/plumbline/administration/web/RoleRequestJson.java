package org.plumbline.administration.web;

import java.util.UUID;
import org.plumbline.identity.RoleRequest;

/** A role that waits for a second person. */
record RoleRequestJson(UUID id, UUID member, String role, StepJson asked) {
    static RoleRequestJson of(RoleRequest r) {
        return new RoleRequestJson(r.id(), r.member().value(), r.role().code(), StepJson.of(r.asked()));
    }
}
