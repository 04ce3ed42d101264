package org.plumbline.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.web.IfMatch;
import org.plumbline.custody.Quota;
import org.plumbline.custody.Storage;
import org.plumbline.custody.StorageFile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the organisation keeps and how much it may, over the API. */
@RestController
@RequestMapping("/api/v1/storage")
@Tag(name = "Installation")
class StorageApi {
    private final Storage storage;

    StorageApi(Storage storage) {
        this.storage = storage;
    }

    /** A quota; without bytes it was lifted. */
    record QuotaJson(
            String quota,
            @Nullable String caseNumber,
            @Nullable Long bytes,
            StepJson said) {
        static QuotaJson of(Quota quota) {
            return new QuotaJson(
                    quota.kind().code(),
                    quota.caseNumber().orElse(null),
                    quota.limit().isPresent() ? quota.limit().getAsLong() : null,
                    StepJson.of(quota.said()));
        }
    }

    /** How much one case keeps; which case it is stays unsaid. */
    record CaseSizeJson(long bytes, long files) {}

    /** What is kept, what is free, the quotas in force and every change of one, latest first. */
    record StorageJson(
            long bytes,
            long files,
            List<CaseSizeJson> cases,
            @Nullable Long free,
            long reserve,
            int version,
            List<QuotaJson> quotas,
            List<QuotaJson> changes) {
        static StorageJson of(StorageFile file) {
            return new StorageJson(
                    file.bytes(),
                    file.files(),
                    file.cases().stream()
                            .map(size -> new CaseSizeJson(size.bytes(), size.files()))
                            .toList(),
                    file.free().isPresent() ? file.free().getAsLong() : null,
                    file.reserve(),
                    file.version(),
                    file.quotas().stream().map(QuotaJson::of).toList(),
                    file.changes().stream().map(QuotaJson::of).toList());
        }
    }

    /** A quota to be: organisation, each-case or one-case; a limit such as 500 GB, or none to lift it. */
    record NewQuota(
            @Nullable String quota,
            @Nullable String caseNumber,
            @Nullable String limit,
            @Nullable String reason) {}

    @GetMapping
    @Operation(summary = "What the organisation keeps in the vault, by case without its number, and the quotas")
    ResponseEntity<StorageJson> read() {
        return tagged(storage.read());
    }

    @PostMapping("/quotas")
    @Operation(summary = "Set or lift a quota; needs a reason")
    ResponseEntity<StorageJson> limit(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch, @RequestBody NewQuota body) {
        return tagged(storage.limit(
                IfMatch.version(ifMatch),
                new Storage.Wish(
                        MemberInput.text(body.quota()),
                        MemberInput.text(body.caseNumber()),
                        MemberInput.text(body.limit()),
                        MemberInput.text(body.reason()))));
    }

    private static ResponseEntity<StorageJson> tagged(StorageFile file) {
        return IfMatch.tagged(HttpStatus.OK, StorageJson.of(file), file.version());
    }
}
