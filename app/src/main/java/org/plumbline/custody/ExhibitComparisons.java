package org.plumbline.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.custody.vault.ComparisonDigest;
import org.plumbline.custody.vault.ComparisonKind;
import org.plumbline.custody.vault.Comparisons;
import org.plumbline.custody.vault.DamagedObject;
import org.plumbline.custody.vault.Vault;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** MD5 and SHA-1 of exhibits, on request, for comparing; the digest of record is SHA-256. */
@Service
@Application
public class ExhibitComparisons {
    private static final Action READ = new Action("custody.read-comparison-digests", Right.READ);
    private static final Action PREPARE = new Action("custody.prepare-comparison-digests", Right.WRITE);
    private static final Action WORK_OUT = new Action("custody.work-out-comparison-digests", Right.WRITE);
    private static final int CHUNK = 1 << 16;

    private final Acts acts;
    private final Stamps stamps;
    private final Vault vault;
    private final ExhibitTable exhibits;
    private final ComparisonTable table;

    ExhibitComparisons(Acts acts, Stamps stamps, Vault vault, ExhibitTable exhibits, ComparisonTable table) {
        this.acts = acts;
        this.stamps = stamps;
        this.vault = vault;
        this.exhibits = exhibits;
        this.table = table;
    }

    /** Those of some exhibits of a case, MD5 first; an exhibit without any is not named. */
    public Map<UUID, List<ComparisonDigest>> of(CaseId caseId, Collection<UUID> some) {
        return acts.consult(READ, Scope.of(caseId), () -> Noted.of(table.of(caseId, some)));
    }

    /**
     * Works both out for an exhibit that is there, by reading its bytes once more.
     *
     * @throws Refused when it has none, or they are not those of its record: nothing is kept then
     */
    public List<ComparisonDigest> workOut(CaseId caseId, UUID id) {
        Exhibit exhibit = acts.consult(PREPARE, Scope.of(caseId), () -> {
            Exhibit found = exhibits.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            return Noted.of(found, found.ref());
        });
        List<ComparisonDigest> found = recorded(caseId, exhibit);
        return acts.perform(WORK_OUT, Scope.of(caseId), () -> {
            table.keep(stamps.inCase(caseId), id, found);
            var noted = Noted.of(found, exhibit.ref())
                    .with("sha256", exhibit.content().orElseThrow().digest());
            for (ComparisonDigest each : found) {
                noted = noted.with(each.kind().code(), each.hex());
            }
            return noted;
        });
    }

    /** Outside a transaction, for the bytes may be many; what is refused there is on the trail all the same. */
    private List<ComparisonDigest> recorded(CaseId caseId, Exhibit exhibit) {
        try {
            Content content = exhibit.content()
                    .orElseThrow(() -> refused("comparison-without-bytes", Map.of("number", exhibit.reference())));
            return read(caseId, exhibit, content);
        } catch (Refused refused) {
            return acts.perform(WORK_OUT, Scope.of(caseId), () -> {
                throw refused;
            });
        }
    }

    private List<ComparisonDigest> read(CaseId caseId, Exhibit exhibit, Content content) {
        MessageDigest sha256 = Digest.sha256();
        var compared = Comparisons.of(EnumSet.allOf(ComparisonKind.class));
        var chunk = new byte[CHUNK];
        try (InputStream in = vault.open(caseId, content.digest()).stream()) {
            for (int some = in.read(chunk); some >= 0; some = in.read(chunk)) {
                sha256.update(chunk, 0, some);
                compared.take(chunk, some);
            }
        } catch (DamagedObject damaged) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "content-damaged", Map.of()).asException();
        } catch (IOException e) {
            throw new UncheckedIOException("The vault cannot be read", e);
        }
        Digest found = Digest.finish(sha256);
        if (!found.equals(content.digest())) {
            throw refused(
                    "comparison-content-differs",
                    Map.of(
                            "number",
                            exhibit.reference(),
                            "found",
                            found.hex(),
                            "recorded",
                            content.digest().hex()));
        }
        return compared.finish();
    }

    private static Refused refused(String code, Map<String, String> arguments) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, arguments).asException();
    }
}
