package org.plumbline.custody.web;

import java.util.List;
import java.util.Map;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.FileKind;
import org.plumbline.custody.fixity.FixityCheck;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.MemberId;

/**
 * The exhibits of a case.
 *
 * @param count how many there are in all
 * @param names who received them, by member
 * @param fixity the newest check of their bytes, of those that were looked at since they came
 * @param first address of the first page; empty when this is it
 * @param next address of the next page; empty when there is none
 */
public record ExhibitsPage(
        CaseHeader header,
        List<Exhibit> exhibits,
        long count,
        Map<MemberId, String> names,
        Map<Digest, FixityCheck> fixity,
        String first,
        String next) {
    public ExhibitsPage {
        exhibits = List.copyOf(exhibits);
        names = Map.copyOf(names);
        fixity = Map.copyOf(fixity);
    }

    /** The message key of an exhibit's kind. */
    public static String kind(Exhibit exhibit) {
        return "custody.kind."
                + exhibit.mediaType().map(FileKind::of).map(FileKind::code).orElse("unknown");
    }

    /** Whether the bytes of an exhibit are kept back. */
    public boolean quarantined(Exhibit exhibit) {
        FixityCheck check = fixity.get(exhibit.content().digest());
        return check != null && check.isQuarantined();
    }

    public String by(Exhibit exhibit) {
        return names.getOrDefault(exhibit.stamp().recordedBy(), "");
    }
}
