package org.plumbline.custody;

import java.util.List;
import java.util.OptionalLong;

/**
 * What an organisation keeps in the vault, without a word on which case keeps what.
 *
 * @param cases the size of each case that keeps anything, the largest first
 * @param free what the disk of the data folder has left, in whole GB, in tenths below ten; absent where it does not say
 * @param reserve what is never written into
 * @param quotas in force
 * @param changes every change of a quota, latest first
 */
public record StorageFile(
        List<CaseSize> cases, OptionalLong free, long reserve, List<Quota> quotas, List<Quota> changes) {
    public StorageFile {
        cases = List.copyOf(cases);
        quotas = List.copyOf(quotas);
        changes = List.copyOf(changes);
    }

    /** How much one case keeps. */
    public record CaseSize(long bytes, long files) {}

    public long bytes() {
        return cases.stream().mapToLong(CaseSize::bytes).sum();
    }

    public long files() {
        return cases.stream().mapToLong(CaseSize::files).sum();
    }

    /** Counts the changes of quotas; 0 before the first. */
    public int version() {
        return changes.stream().mapToInt(Quota::version).max().orElse(0);
    }
}
