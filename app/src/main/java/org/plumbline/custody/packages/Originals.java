package org.plumbline.custody.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.Original;
import org.plumbline.engine.evidence.bag.NewBag;
import org.plumbline.engine.evidence.packages.Layout;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Originals as files of a package; opening each is on the trail. */
@Component
class Originals {
    private static final int CHUNK = 1 << 16;

    private final Exhibits exhibits;

    Originals(Exhibits exhibits) {
        this.exhibits = exhibits;
    }

    /**
     * Reads an original through: its digest is that of the record, or nothing is packed. A thing without content has
     * none.
     *
     * @throws org.plumbline.kernel.Refused when the bytes are not what they were
     */
    Optional<NewBag.Payload> packed(CaseId caseId, Exhibit exhibit) {
        if (exhibit.content().isEmpty()) {
            return Optional.empty();
        }
        Original original = exhibits.open(caseId, exhibit.id());
        var crc = new CRC32();
        MessageDigest sha256 = Digest.sha256();
        var chunk = new byte[CHUNK];
        try (InputStream in = original.bytes().stream()) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                crc.update(chunk, 0, n);
                sha256.update(chunk, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The original of " + exhibit.reference() + " cannot be read", e);
        }
        Digest found = Digest.finish(sha256);
        if (!found.equals(original.content().digest())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "package-original-differs", Map.of("number", exhibit.reference()))
                    .asException();
        }
        return Optional.of(payload(exhibit, original, crc.getValue()));
    }

    /** An original that was read through before. */
    NewBag.Payload again(CaseId caseId, Exhibit exhibit, long crc32) {
        return payload(exhibit, exhibits.open(caseId, exhibit.id()), crc32);
    }

    private static NewBag.Payload payload(Exhibit exhibit, Original original, long crc32) {
        return new NewBag.Payload(
                Layout.original(exhibit.reference(), exhibit.name()),
                original.content().bytes(),
                original.content().digest().hex(),
                crc32,
                original.bytes()::stream);
    }
}
