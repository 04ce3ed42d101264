package org.plumbline.custody.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.acts.Custodies;
import org.plumbline.custody.acts.SignedWith;
import org.plumbline.kernel.CaseId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Acts of custody over the API: put together, then signed. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/exhibits")
@Tag(name = "Exhibits")
class CustodyApi {
    private final Custodies custodies;

    CustodyApi(Custodies custodies) {
        this.custodies = custodies;
    }

    /** A thing that has no content. */
    record NewThing(@Nullable String name, @Nullable UUID parent) {}

    /** What was done, and when. */
    record NewAct(
            @Schema(
                    description = "collect, seal, inspect, break-seal, reseal, transfer-out, transfer-in, check-out,"
                            + " check-in, move, copy, analyse, split, merge-out, merge-in, exception, correct or"
                            + " dispose")
            @Nullable
            String kind,

            @Schema(description = "A year, month, day, or date and time with offset; now where it is left out")
            @Nullable
            String at,

            @Schema(description = "device, server, watch, document or estimated") @Nullable
            String clock,

            @Schema(description = "By how much that clock ran ahead") @Nullable
            Long offsetSeconds,

            @Schema(description = "The fields of the kind of act, by name, as texts") @Nullable
            Map<String, String> details) {
        Function<String, @Nullable String> fields() {
            return name -> switch (name) {
                case "at" -> at;
                case "clock" -> clock;
                case "offset_seconds" -> offsetSeconds == null ? null : offsetSeconds.toString();
                default -> details == null ? null : details.get(name);
            };
        }
    }

    /** A signature: the answer of the browser to the options, or nothing, for the server to attest. */
    record NewSignature(
            @Schema(description = "The credential in the JSON form of W3C WebAuthn") @Nullable
            String credential) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Give a thing without content its number; its acquisition is an act")
    ExhibitApi.One register(@PathVariable UUID caseId, @RequestBody NewThing body) {
        Exhibit made = custodies.register(new CaseId(caseId), body.name(), Optional.ofNullable(body.parent()));
        return ExhibitApi.One.of(made, Map.of(), Map.of(), List.of());
    }

    @GetMapping("/{exhibitId}/custody")
    @Operation(summary = "How things stand with an exhibit, and all that was done with it")
    CustodyJson.Whole custody(@PathVariable UUID caseId, @PathVariable UUID exhibitId) {
        return CustodyJson.Whole.of(custodies.read(new CaseId(caseId), exhibitId));
    }

    @PostMapping("/{exhibitId}/acts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Put an act together; it is kept ten minutes for its signature")
    CustodyJson.DraftJson prepare(@PathVariable UUID caseId, @PathVariable UUID exhibitId, @RequestBody NewAct body) {
        return CustodyJson.DraftJson.of(custodies.prepare(new CaseId(caseId), exhibitId, body.kind(), body.fields()));
    }

    @GetMapping("/{exhibitId}/acts/{draftId}")
    @Operation(summary = "An act that waits for your signature")
    CustodyJson.DraftJson draft(@PathVariable UUID caseId, @PathVariable UUID exhibitId, @PathVariable UUID draftId) {
        return CustodyJson.DraftJson.of(custodies.draft(new CaseId(caseId), exhibitId, draftId));
    }

    @GetMapping("/{exhibitId}/acts/{draftId}/options")
    @Operation(summary = "What the browser is asked for to sign an act by a passkey")
    Map<String, Object> options(@PathVariable UUID caseId, @PathVariable UUID exhibitId, @PathVariable UUID draftId) {
        return custodies.ask(new CaseId(caseId), exhibitId, draftId);
    }

    @PostMapping("/{exhibitId}/acts/{draftId}/sign")
    @Operation(summary = "Sign an act, which records it; a disposal then waits for its witness")
    CustodyJson.SignedJson sign(
            @PathVariable UUID caseId,
            @PathVariable UUID exhibitId,
            @PathVariable UUID draftId,
            @RequestBody NewSignature body) {
        String credential = body.credential();
        SignedWith with = credential == null ? new SignedWith.Attested() : new SignedWith.Passkey(credential);
        return CustodyJson.SignedJson.of(custodies.sign(new CaseId(caseId), exhibitId, draftId, with));
    }
}
