package org.plumbline.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.identity.Member;
import org.plumbline.identity.Members;
import org.plumbline.identity.Unit;
import org.plumbline.identity.UnitTree;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
    record MemberJson(
            UUID id,
            String name,
            String kind,
            @Nullable UUID unit,
            @Nullable String unitName) {
        static MemberJson of(Member member, UnitTree units) {
            Optional<Unit> in =
                    Optional.ofNullable(units.members().get(member.id())).flatMap(units::find);
            return new MemberJson(
                    member.id().value(),
                    member.name(),
                    member.service() ? "service" : "person",
                    in.map(Unit::id).orElse(null),
                    in.map(Unit::name).orElse(null));
        }
    }

    /** Who the token acts as. */
    record MeJson(UUID id, String name, UUID organisation, List<String> roles) {}

    @GetMapping("/api/v1/members")
    @Operation(summary = "Colleagues by name; with a unit, those in it or in a unit below it")
    Listing<MemberJson> colleagues(@RequestParam @Nullable UUID unit) {
        UnitTree units = members.units();
        return Listing.whole(
                members.colleagues().stream()
                        .filter(member -> unit == null || units.holds(unit, member.id()))
                        .toList(),
                member -> MemberJson.of(member, units));
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
