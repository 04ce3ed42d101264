package org.plumbline.custody.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.plumbline.custody.Content;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.vault.DamagedObject;
import org.plumbline.custody.vault.SealedContent;
import org.plumbline.custody.vault.Vault;
import org.plumbline.engine.evidence.bag.BagFault;
import org.plumbline.engine.evidence.bag.BagRefused;
import org.plumbline.engine.evidence.bag.ZipFiles;
import org.plumbline.engine.evidence.packages.Layout;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Refusal;
import org.plumbline.verifier.ReadPackage;
import org.plumbline.verifier.Vouched;
import org.springframework.stereotype.Component;

/** Checks a package where it lies in the vault, with the same steps as {@code verify}. */
@Component
class PackageReader {
    /** As many as a package of ours has at most. */
    static final int MOST_EXHIBITS = 1000;

    /** Chains, proofs and pages are read whole: so much of them at most. */
    private static final long MOST_METADATA = 256L << 20;

    private static final int BEGINNING = 4;
    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};

    private final Vault vault;

    PackageReader(Vault vault) {
        this.vault = vault;
    }

    /**
     * Opens the package that an exhibit is.
     *
     * @throws org.plumbline.kernel.Refused when it is none, or something of it does not hold
     */
    OpenPackage open(CaseId caseId, Exhibit archive, Optional<Vouched> vouched) {
        Content content = archive.content().orElseThrow(() -> refused("import-not-archive", archive, ""));
        SealedContent sealed = vault.open(caseId, content.digest());
        try {
            requireArchive(archive, sealed);
            return checked(archive, ZipFiles.open(new VaultArchive(sealed)), vouched);
        } catch (BagRefused e) {
            String code = e.finding().fault() == BagFault.ZIP_FORM ? "import-other-form" : "import-does-not-hold";
            throw refused(code, archive, String.valueOf(e.getMessage()));
        } catch (Refused | ZipException e) {
            throw refused("import-does-not-hold", archive, String.valueOf(e.getMessage()));
        } catch (DamagedObject e) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "content-damaged", Map.of()).asException();
        } catch (IOException e) {
            throw new UncheckedIOException("The vault cannot be read", e);
        }
    }

    private static OpenPackage checked(Exhibit archive, ZipFiles files, Optional<Vouched> vouched)
            throws IOException, Refused, BagRefused {
        boolean held = false;
        try {
            requireMetadata(archive, files);
            ReadPackage read = ReadPackage.of(files, vouched);
            int exhibits = read.found().handling().items().size();
            if (exhibits > MOST_EXHIBITS) {
                throw tooMuch("import-too-many", archive, "" + exhibits, "" + MOST_EXHIBITS);
            }
            var open = new OpenPackage(files, read, Digest.of(files.read(Layout.STATEMENT, 1 << 20)));
            held = true;
            return open;
        } finally {
            if (!held) {
                files.close();
            }
        }
    }

    private static void requireArchive(Exhibit archive, SealedContent sealed) throws IOException {
        try (InputStream in = sealed.range(0, BEGINNING)) {
            if (!java.util.Arrays.equals(in.readNBytes(BEGINNING), ARCHIVE)) {
                throw refused("import-not-archive", archive, "");
            }
        }
    }

    private static void requireMetadata(Exhibit archive, ZipFiles files) {
        long bytes = files.sizes().entrySet().stream()
                .filter(file -> !file.getKey().startsWith(Layout.ORIGINALS))
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (bytes > MOST_METADATA) {
            throw tooMuch("import-too-large", archive, "" + bytes, "" + MOST_METADATA);
        }
    }

    private static org.plumbline.kernel.Refused tooMuch(String code, Exhibit archive, String found, String most) {
        return Refusal.of(
                        Refusal.Kind.CONFLICT,
                        code,
                        Map.of("number", archive.reference(), "found", found, "most", most))
                .asException();
    }

    private static org.plumbline.kernel.Refused refused(String code, Exhibit archive, String found) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, Map.of("number", archive.reference(), "found", found))
                .asException();
    }
}
