package org.plumbline.verifier;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.plumbline.engine.evidence.custody.Receipt;
import org.plumbline.engine.evidence.custody.SignedAct;
import org.plumbline.engine.evidence.packages.Layout;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.proof.TlogProof;

/** A link of a chain, which an entry of the trail must name. */
sealed interface Link {
    /** The exhibit came in. */
    record Came(Receipt receipt) implements Link {
        /** The entry is written in the same transaction; a large upload may have begun before. */
        private static final Duration APART = Duration.ofMinutes(10);

        @Override
        public String digest() {
            return receipt.digest().hex();
        }

        @Override
        public boolean namedBy(Map<String, Json> entry) {
            boolean record = entry.get("records") instanceof Json.Items records
                    && records.values().stream().anyMatch(this::isThis);
            return record
                    && text(entry, "case").equals(receipt.caseId().toString())
                    && text(entry, "member").equals(receipt.recordedBy().toString())
                    && receipt.sha256().map(fact(entry, "sha256")::equals).orElse(true)
                    && together(text(entry, "at"));
        }

        private boolean isThis(Json record) {
            return record instanceof Json.Fields fields
                    && text(fields.values(), "kind").equals("exhibit")
                    && text(fields.values(), "id").equals(receipt.id().toString());
        }

        private boolean together(String at) {
            try {
                return Duration.between(receipt.recordedAt(), Instant.parse(at))
                                .abs()
                                .compareTo(APART)
                        < 0;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    /** Something was done with it. */
    record Done(SignedAct act) implements Link {
        @Override
        public String digest() {
            return act.act().digest().hex();
        }

        @Override
        public boolean namedBy(Map<String, Json> entry) {
            return fact(entry, "act").equals(digest())
                    && fact(entry, "signed").equals(act.signature().way())
                    && text(entry, "case").equals(act.act().caseId().toString());
        }
    }

    /** By which its proof is named, in 64 hexadecimal digits. */
    String digest();

    /** Whether this is the entry that records it. */
    boolean namedBy(Map<String, Json> entry);

    /** Where its proof lies. */
    default String proof() {
        return Layout.PROOFS + digest() + TlogProof.FILE_ENDING;
    }

    private static String fact(Map<String, Json> entry, String name) {
        return entry.get("facts") instanceof Json.Fields facts ? text(facts.values(), name) : "";
    }

    private static String text(Map<String, Json> fields, String name) {
        return fields.get(name) instanceof Json.Text text ? text.value() : "";
    }
}
