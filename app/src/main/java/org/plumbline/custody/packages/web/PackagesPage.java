package org.plumbline.custody.packages.web;

import java.util.List;
import java.util.Map;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.custody.packages.EvidencePackage;
import org.plumbline.kernel.MemberId;

/**
 * The packages that were given out of a case.
 *
 * @param names who made them, by member
 * @param first address of the first page; empty when this is it
 * @param next address of the next page; empty when there is none
 */
public record PackagesPage(
        CaseHeader header, List<EvidencePackage> packages, Map<MemberId, String> names, String first, String next) {
    public PackagesPage {
        packages = List.copyOf(packages);
        names = Map.copyOf(names);
    }

    public String href() {
        return header.href() + "/packages";
    }

    public String by(EvidencePackage made) {
        return names.getOrDefault(made.stamp().recordedBy(), "");
    }
}
