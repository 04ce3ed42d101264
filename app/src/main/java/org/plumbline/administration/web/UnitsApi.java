package org.plumbline.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.web.IfMatch;
import org.plumbline.cases.web.Listing;
import org.plumbline.identity.Placement;
import org.plumbline.identity.Unit;
import org.plumbline.identity.UnitFile;
import org.plumbline.identity.UnitTree;
import org.plumbline.identity.Units;
import org.plumbline.kernel.MemberId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The units of an organisation over the API. */
@RestController
@Tag(name = "Organisation")
class UnitsApi {
    private final Units units;

    UnitsApi(Units units) {
        this.units = units;
    }

    /** A unit; the members are those in it, not those in the units below. */
    record UnitJson(
            UUID id,
            String name,
            @Nullable UUID parent,
            int version,
            @Nullable StepJson closed,
            List<UUID> members) {
        static UnitJson of(Unit unit, UnitTree tree) {
            return new UnitJson(
                    unit.id(),
                    unit.name(),
                    unit.parent().orElse(null),
                    unit.version(),
                    StepJson.of(unit.closed()),
                    tree.members().entrySet().stream()
                            .filter(in -> in.getValue().equals(unit.id()))
                            .map(in -> in.getKey().value())
                            .sorted()
                            .toList());
        }
    }

    /** What a unit was called and belonged to from a version on. */
    record WordingJson(int version, String name, @Nullable UUID parent, StepJson said) {
        static WordingJson of(UnitFile.Wording wording) {
            return new WordingJson(
                    wording.unit().version(),
                    wording.unit().name(),
                    wording.unit().parent().orElse(null),
                    StepJson.of(wording.said()));
        }
    }

    /** A unit with its history, latest first. */
    record UnitFileJson(
            UUID id,
            String name,
            @Nullable UUID parent,
            int version,
            @Nullable StepJson closed,
            List<UUID> members,
            List<WordingJson> history) {
        static UnitFileJson of(UnitFile file) {
            UnitJson unit = UnitJson.of(file.unit(), file.tree());
            return new UnitFileJson(
                    unit.id(),
                    unit.name(),
                    unit.parent(),
                    unit.version(),
                    unit.closed(),
                    unit.members(),
                    file.wordings().stream().map(WordingJson::of).toList());
        }
    }

    /** A unit to be; at the top without a parent. */
    record NewUnit(
            @Nullable String name,
            @Nullable String parent,
            @Nullable String reason) {}

    /** In which unit a member is from now on; in none without one. */
    record NewPlacement(@Nullable String unit, @Nullable String reason) {}

    /** Where a member was from then on; in no unit where none is named. */
    record PlacementJson(@Nullable UUID unit, String name, StepJson said) {
        static PlacementJson of(Placement placement) {
            return new PlacementJson(placement.unit().orElse(null), placement.name(), StepJson.of(placement.said()));
        }
    }

    /** A member with the units they were in, latest first. */
    record PlacedJson(UUID id, List<PlacementJson> placements) {}

    @GetMapping("/api/v1/units")
    @Operation(summary = "Units, those above before those below, then the closed ones; being in one gives no access")
    Listing<UnitJson> list() {
        UnitTree tree = units.list();
        var all = new java.util.ArrayList<>(tree.inOrder());
        all.addAll(tree.closed());
        return Listing.whole(all, unit -> UnitJson.of(unit, tree));
    }

    @PostMapping("/api/v1/units")
    @Operation(summary = "Make a unit")
    ResponseEntity<UnitFileJson> make(@RequestBody NewUnit body) {
        Unit made = units.make(
                MemberInput.text(body.name()),
                MemberInput.unit("parent", MemberInput.text(body.parent())),
                MemberInput.text(body.reason()));
        return tagged(HttpStatus.CREATED, units.read(made.id()));
    }

    @GetMapping("/api/v1/units/{unitId}")
    @Operation(summary = "A unit with its history")
    ResponseEntity<UnitFileJson> read(@PathVariable UUID unitId) {
        return tagged(HttpStatus.OK, units.read(unitId));
    }

    @PatchMapping("/api/v1/units/{unitId}")
    @Operation(summary = "Rename or move a unit; a name left out stays, an empty parent moves it to the top")
    ResponseEntity<UnitFileJson> change(
            @PathVariable UUID unitId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody NewUnit body) {
        Unit now = units.read(unitId).unit();
        String name = body.name();
        String parent = body.parent();
        Optional<UUID> below = parent == null ? now.parent() : MemberInput.unit("parent", parent);
        return tagged(
                HttpStatus.OK,
                units.change(
                        unitId,
                        IfMatch.version(ifMatch),
                        name == null ? now.name() : name,
                        below,
                        MemberInput.text(body.reason())));
    }

    @PostMapping("/api/v1/units/{unitId}/close")
    @Operation(summary = "Close a unit for good; refused while a member or an open unit is in it")
    ResponseEntity<UnitFileJson> close(@PathVariable UUID unitId, @RequestBody ReasonJson body) {
        units.close(unitId, body.said());
        return tagged(HttpStatus.OK, units.read(unitId));
    }

    @PostMapping("/api/v1/members/{memberId}/unit")
    @Operation(summary = "Say in which unit a member is from now on")
    PlacedJson place(@PathVariable UUID memberId, @RequestBody NewPlacement body) {
        var placements = units.place(
                new MemberId(memberId),
                MemberInput.unit("unit", MemberInput.text(body.unit())),
                MemberInput.text(body.reason()));
        return new PlacedJson(
                memberId, placements.stream().map(PlacementJson::of).toList());
    }

    private static ResponseEntity<UnitFileJson> tagged(HttpStatus status, UnitFile file) {
        return IfMatch.tagged(status, UnitFileJson.of(file), file.unit().version());
    }
}
