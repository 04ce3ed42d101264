package org.plumbline.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.access.Compartment;
import org.plumbline.access.Compartments;
import org.plumbline.access.CourtSeal;
import org.plumbline.access.CourtSeals;
import org.plumbline.access.Hold;
import org.plumbline.access.Holds;
import org.plumbline.kernel.CaseId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Compartments, holds and the seal of a case over the API. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
@Tag(name = "Protection")
class ProtectionApi {
    private final Compartments compartments;
    private final Holds holds;
    private final CourtSeals seals;

    ProtectionApi(Compartments compartments, Holds holds, CourtSeals seals) {
        this.compartments = compartments;
        this.holds = holds;
        this.seals = seals;
    }

    /** A compartment the asking person may work in. */
    record CompartmentJson(UUID id, int series, String name, String reason, Instant madeAt, UUID madeBy) {
        static CompartmentJson of(Compartment c) {
            return new CompartmentJson(
                    c.id(),
                    c.series(),
                    c.name(),
                    c.reason(),
                    c.madeAt(),
                    c.madeBy().value());
        }
    }

    /** That a member was admitted. */
    record AdmissionJson(UUID id, UUID member, String reason, Instant admittedAt, UUID admittedBy) {
        static AdmissionJson of(Compartment.Admission a) {
            return new AdmissionJson(
                    a.id(),
                    a.member().value(),
                    a.reason(),
                    a.admittedAt(),
                    a.admittedBy().value());
        }
    }

    /** A hold in force. */
    record HoldJson(
            UUID id,
            String covers,
            String authority,
            String why,
            Optional<LocalDate> until,
            Instant placedAt,
            UUID placedBy) {
        static HoldJson of(Hold h) {
            return new HoldJson(
                    h.id(),
                    h.covers(),
                    h.authority(),
                    h.reason(),
                    h.until(),
                    h.placedAt(),
                    h.placedBy().value());
        }
    }

    /** The seal just placed. */
    record SealJson(UUID id, String order, Instant placedAt, UUID placedBy) {
        static SealJson of(CourtSeal s) {
            return new SealJson(s.id(), s.order(), s.placedAt(), s.placedBy().value());
        }
    }

    /** What a new compartment is called and why it is made. */
    record NewCompartment(@Nullable String name, @Nullable String reason) {}

    /** Who is admitted and why. */
    record NewAdmission(@Nullable String member, @Nullable String reason) {
        @Nullable
        String field(String name) {
            return name.equals("member") ? member : null;
        }
    }

    /** Why. */
    record Because(@Nullable String reason) {}

    /** What a hold covers, what it rests on and until when. */
    record NewHold(
            @Nullable String covers,
            @Nullable String authority,
            @Nullable String why,
            @Nullable String until) {
        @Nullable
        String field(String name) {
            return switch (name) {
                case "covers" -> covers;
                case "authority" -> authority;
                case "why" -> why;
                default -> until;
            };
        }
    }

    /** The order of the court. */
    record Ordered(@Nullable String courtOrder) {}

    @GetMapping("/compartments")
    @Operation(summary = "Compartments you may work in; name one in the header Plumbline-Compartment to work there")
    Listing<CompartmentJson> list(@PathVariable UUID caseId) {
        return Listing.whole(compartments.list(new CaseId(caseId)), CompartmentJson::of);
    }

    @PostMapping("/compartments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a compartment; you are admitted first")
    CompartmentJson make(@PathVariable UUID caseId, @RequestBody NewCompartment body) {
        return CompartmentJson.of(compartments.make(new CaseId(caseId), said(body.name()), said(body.reason())));
    }

    @GetMapping("/admissions")
    @Operation(summary = "Who is admitted to the compartment worked in; empty at case level")
    Listing<AdmissionJson> admitted(@PathVariable UUID caseId) {
        List<Compartment.Admission> admitted = compartments
                .inside(new CaseId(caseId))
                .map(Compartments.Inside::admitted)
                .orElse(List.of());
        return Listing.whole(admitted, AdmissionJson::of);
    }

    @PostMapping("/admissions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Admit a member of the team to the compartment worked in")
    AdmissionJson admit(@PathVariable UUID caseId, @RequestBody NewAdmission body) {
        var member = new CaseInput(body::field).member();
        return AdmissionJson.of(compartments.admit(new CaseId(caseId), member, said(body.reason())));
    }

    @PostMapping("/admissions/{admissionId}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End an admission to the compartment worked in")
    void end(@PathVariable UUID caseId, @PathVariable UUID admissionId, @RequestBody Because body) {
        compartments.end(new CaseId(caseId), admissionId, said(body.reason()));
    }

    @GetMapping("/holds")
    @Operation(summary = "Holds in force")
    Listing<HoldJson> holds(@PathVariable UUID caseId) {
        return Listing.whole(holds.list(new CaseId(caseId)), HoldJson::of);
    }

    @PostMapping("/holds")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Place a hold on the case, an exhibit or a subject: what it covers stays while it is in force")
    HoldJson hold(@PathVariable UUID caseId, @RequestBody NewHold body) {
        return HoldJson.of(holds.place(new CaseId(caseId), body::field));
    }

    @PostMapping("/holds/{holdId}/lift")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lift a hold that another member placed")
    void lift(@PathVariable UUID caseId, @PathVariable UUID holdId, @RequestBody Because body) {
        holds.lift(new CaseId(caseId), holdId, said(body.reason()));
    }

    @PostMapping("/seal")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Seal the case by order of a court; nobody opens it until the overseer lifts the seal")
    SealJson seal(@PathVariable UUID caseId, @RequestBody Ordered body) {
        return SealJson.of(seals.seal(new CaseId(caseId), said(body.courtOrder())));
    }

    static String said(@Nullable String value) {
        return value == null ? "" : value;
    }
}
