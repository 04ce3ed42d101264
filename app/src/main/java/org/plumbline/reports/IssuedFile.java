package org.plumbline.reports;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * A file made from a report; it never changes.
 *
 * @param report the report
 * @param reportVersion the version it was made from
 * @param job the run that made it
 * @param name under which it is saved
 * @param content the vault's identifier of its bytes
 * @param bytes their number
 * @param warnings what it could not show as given: a message key and its detail, parted by a space
 */
public record IssuedFile(
        UUID id,
        Stamp stamp,
        UUID report,
        int reportVersion,
        UUID job,
        Format format,
        String name,
        UUID content,
        Digest digest,
        long bytes,
        List<String> warnings) {

    /** The kind of reference to an issued file. */
    public static final String KIND = "report-file";

    /** In which form a report is issued. */
    public enum Format {
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        PDF("application/pdf");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String mediaType() {
            return mediaType;
        }
    }

    public IssuedFile {
        warnings = List.copyOf(warnings);
    }

    public Ref ref() {
        return new Ref(KIND, id, stamp.owner());
    }
}
