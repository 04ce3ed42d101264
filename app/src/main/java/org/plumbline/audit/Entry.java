package org.plumbline.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.Ref;

/**
 * One entry of the trail, as recorded.
 *
 * @param kind act, consultation or refusal
 * @param action what was done, such as {@code cases.open}
 * @param outcome done, shown or refused
 * @param reason the reason code of a refusal
 * @param partOf the page's entry that this fragment or byte range joins
 * @param refs records made, changed or shown, in order
 * @param facts short facts, never document text
 */
record Entry(
        UUID id,
        Instant at,
        Acting acting,
        Optional<LabelId> label,
        Optional<CaseId> caseId,
        Kind kind,
        String action,
        Outcome outcome,
        Optional<String> reason,
        Optional<UUID> partOf,
        List<Ref> refs,
        Map<String, String> facts) {

    enum Kind {
        ACT,
        CONSULTATION,
        REFUSAL;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    enum Outcome {
        DONE,
        SHOWN,
        REFUSED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Entry {
        refs = List.copyOf(refs);
        facts = Map.copyOf(facts);
    }
}
