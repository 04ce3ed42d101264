package org.plumbline.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.administration.NumberPreview;
import org.plumbline.cases.web.IfMatch;
import org.plumbline.identity.Organisation;
import org.plumbline.identity.OrganisationFile;
import org.plumbline.identity.OwnOrganisation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The organisation's name, zone and numbering over the API. */
@RestController
@RequestMapping("/api/v1/organisation")
@Tag(name = "Organisation")
class OrganisationApi {
    private final OwnOrganisation own;
    private final NumberPreview preview;

    OrganisationApi(OwnOrganisation own, NumberPreview preview) {
        this.own = own;
        this.preview = preview;
    }

    /** What can be changed, at one time. */
    record ValuesJson(String name, String zone, String numberScheme) {
        static ValuesJson of(Organisation organisation) {
            return new ValuesJson(
                    organisation.name(),
                    organisation.zone().getId(),
                    organisation.numberScheme().pattern());
        }
    }

    /** One change. */
    record ChangeJson(int version, StepJson said, ValuesJson before, ValuesJson after) {
        static ChangeJson of(OrganisationFile.Change change) {
            return new ChangeJson(
                    change.version(),
                    StepJson.of(change.step()),
                    ValuesJson.of(change.from()),
                    ValuesJson.of(change.to()));
        }
    }

    /** The organisation with every change, latest first. */
    record OrganisationJson(
            String name, String zone, String numberScheme, String nextNumber, int version, List<ChangeJson> changes) {}

    /** What is to change, and why; what is left out stays. */
    record OrganisationPatch(
            @Nullable String name,
            @Nullable String zone,
            @Nullable String numberScheme,
            @Nullable String reason) {}

    /** A number that the next case would get. */
    record NextNumberJson(String nextNumber) {}

    @GetMapping
    @Operation(summary = "Name, zone and numbering, with every change")
    ResponseEntity<OrganisationJson> read() {
        return tagged(own.read());
    }

    @GetMapping("/next-number")
    @Operation(summary = "The number that a case opened now would get by another zone or scheme; takes none")
    NextNumberJson next(
            @RequestParam @Nullable String zone, @RequestParam(name = "number_scheme") @Nullable String numberScheme) {
        OrganisationJson now = json(own.read());
        return new NextNumberJson(
                preview.next(own.imagine(or(zone, now.zone()), or(numberScheme, now.numberScheme()))));
    }

    @PatchMapping
    @Operation(summary = "Change name, zone or numbering from now on; needs a reason")
    ResponseEntity<OrganisationJson> change(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody OrganisationPatch body) {
        Organisation now = own.read().now();
        var wish = new OwnOrganisation.Wish(
                or(body.name(), now.name()),
                or(body.zone(), now.zone().getId()),
                or(body.numberScheme(), now.numberScheme().pattern()));
        return tagged(own.change(IfMatch.version(ifMatch), wish, MemberInput.text(body.reason())));
    }

    private static String or(@Nullable String given, String otherwise) {
        return given == null ? otherwise : given;
    }

    private ResponseEntity<OrganisationJson> tagged(OrganisationFile file) {
        return IfMatch.tagged(HttpStatus.OK, json(file), file.version());
    }

    private OrganisationJson json(OrganisationFile file) {
        ValuesJson now = ValuesJson.of(file.now());
        return new OrganisationJson(
                now.name(),
                now.zone(),
                now.numberScheme(),
                preview.next(file.now()),
                file.version(),
                file.changes().stream().map(ChangeJson::of).toList());
    }
}
