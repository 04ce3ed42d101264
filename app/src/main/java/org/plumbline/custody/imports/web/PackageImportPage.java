package org.plumbline.custody.imports.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.imports.CheckedImport;
import org.plumbline.custody.imports.PackageImport;
import org.plumbline.custody.web.ActLine;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;

/**
 * Importing a package: which exhibit it is, what was found in it, and the form that imports it.
 *
 * @param choices exhibits that are archives
 * @param found absent until one was chosen and held
 * @param by who imported it; empty until then
 * @param before packages that were imported here, newest first
 */
public record PackageImportPage(
        CaseHeader header,
        Form form,
        List<Exhibit> choices,
        @Nullable CheckedImport found,
        String by,
        List<PackageImport> before) {
    public PackageImportPage {
        choices = List.copyOf(choices);
        before = List.copyOf(before);
    }

    public String action() {
        return header.href() + "/packages/import";
    }

    public String href(PackageImport made) {
        return action() + "?exhibit=" + made.exhibit();
    }

    public List<Option> options() {
        return choices.stream()
                .map(e -> new Option(e.id().toString(), e.reference() + " " + e.name()))
                .toList();
    }

    /** What was found, for a page that shows it. */
    public Optional<CheckedImport> checked() {
        return Optional.ofNullable(found);
    }

    /** Numbers of exhibits here that have the same bytes. */
    public String here(CheckedImport checked, CustodyChain chain) {
        return String.join(
                ", ",
                chain.receipt()
                        .sha256()
                        .map(hex -> checked.here().getOrDefault(hex, List.of()))
                        .orElse(List.of()));
    }

    /** The acts of a chain, in their order. */
    public List<ActLine> lines(CustodyChain chain) {
        return chain.acts().stream().map(ActLine::of).toList();
    }
}
