package org.plumbline.cases;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.plumbline.kernel.Stamp;

/**
 * A person or organisation a case is about or hears from, with the role it has there (Directive (EU) 2016/680, article
 * 6).
 *
 * @param authority the authority of the case under which the subject was entered
 * @param basis why, in words
 * @param reviewDue when the entry must be validated again, in the zone
 */
public record Subject(
        UUID id,
        Stamp stamp,
        String name,
        Kind kind,
        Role role,
        UUID authority,
        String basis,
        LocalDate reviewDue,
        ZoneId zone) {

    /** What a subject is. */
    public enum Kind {
        PERSON,
        ORGANISATION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a subject is in this case; required, and shown wherever the subject is. */
    public enum Role {
        SUSPECT,
        CONVICTED,
        VICTIM,
        WITNESS,
        OTHER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
