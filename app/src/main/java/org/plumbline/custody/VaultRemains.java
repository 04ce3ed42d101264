package org.plumbline.custody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.cases.erasure.CaseRemains;
import org.plumbline.cases.erasure.Left;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Component;

/** The objects of an erased case. */
@Component
class VaultRemains implements CaseRemains {
    private final Vault vault;

    VaultRemains(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String place() {
        return "vault";
    }

    @Override
    public Left clear(CaseId caseId) {
        Path folder = vault.folder(caseId);
        if (Files.notExists(folder)) {
            return Left.NOTHING;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Objects of an erased case can't be deleted", e);
        }
        return Left.NOTHING;
    }
}
