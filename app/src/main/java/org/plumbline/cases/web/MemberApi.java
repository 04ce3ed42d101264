package org.plumbline.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Colleagues and oneself over the API. */
@RestController
@Tag(name = "Members")
class MemberApi {
    private final Members members;

    MemberApi(Members members) {
        this.members = members;
    }

    /** A colleague. */
    record MemberJson(UUID id, String name, String kind) {}

    /** Who the token acts as. */
    record MeJson(UUID id, String name, UUID organisation, List<String> roles) {}

    @GetMapping("/api/v1/members")
    @Operation(summary = "Colleagues by name")
    Listing<MemberJson> colleagues() {
        return Listing.whole(
                members.colleagues(),
                m -> new MemberJson(m.id().value(), m.name(), m.service() ? "service" : "person"));
    }

    @GetMapping("/api/v1/me")
    @Operation(summary = "Who you are here")
    MeJson me() {
        Acting acting = Acting.require();
        return new MeJson(
                acting.member().value(),
                acting.name(),
                acting.organisation().value(),
                acting.roles().stream().sorted().map(Role::code).toList());
    }
}
