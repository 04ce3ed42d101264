package org.plumbline.reports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.access.Stamps;
import org.plumbline.custody.Exhibit;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.reports.render.ReportDocument;
import org.springframework.stereotype.Service;

/** Drafts reports of a case and shows what they would say. */
@Service
@Application
public class ReportDrafts {
    private static final Action CREATE = new Action("reports.create", Right.WRITE);
    private static final Action CHANGE = new Action("reports.change", Right.WRITE);
    private static final Action LIST = new Action("reports.list", Right.READ);
    private static final Action READ = new Action("reports.read", Right.READ);
    private static final Action OFFER = new Action("reports.offer-statements", Right.READ);
    private static final Action PREVIEW = new Action("reports.preview", Right.READ);

    private final Acts acts;
    private final Stamps stamps;
    private final ReportTable table;
    private final ReportContents contents;
    private final ReportDocuments documents;
    private final Quotes quotes;
    private final ReportCheck check;
    private final Ids ids;

    ReportDrafts(
            Acts acts,
            Stamps stamps,
            ReportTable table,
            ReportContents contents,
            ReportDocuments documents,
            Quotes quotes,
            ReportCheck check,
            Ids ids) {
        this.acts = acts;
        this.stamps = stamps;
        this.table = table;
        this.contents = contents;
        this.documents = documents;
        this.quotes = quotes;
        this.check = check;
        this.ids = ids;
    }

    /** Starts a draft from a template: all its sections, every exhibit. */
    public Report create(CaseId caseId, String template, String title) {
        return acts.perform(CREATE, Scope.of(caseId), () -> {
            var input = new Input();
            String named = input.text("title", title, ReportCheck.LONGEST_TITLE);
            Optional<ReportTemplate> found = ReportTemplate.ofKey(template.strip());
            if (found.isEmpty()) {
                input.refuse(
                        "template",
                        template.isBlank() ? "field-missing" : "field-not-a-choice",
                        Map.of("value", template));
            }
            input.check();
            ReportTemplate from = found.orElseThrow();
            var report = new Report(
                    ids.next(),
                    stamps.inCase(caseId),
                    from,
                    named,
                    Locale.ENGLISH,
                    from.sections(),
                    "",
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    true,
                    List.of(),
                    Report.State.DRAFT);
            table.insert(report);
            return Noted.of(report, report.ref()).with("template", from.key());
        });
    }

    /** Reports of a case, newest first, older than the cursor. */
    public List<Report> list(CaseId caseId, Optional<UUID> before, int limit) {
        return acts.consult(LIST, Scope.of(caseId), () -> {
            List<Report> found = table.list(caseId, before, limit);
            return Noted.of(found, found.stream().map(Report::ref).toList());
        });
    }

    /** One report of a case the acting person may see. */
    public Report read(CaseId caseId, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Report report = find(caseId, id);
            return Noted.of(report, report.ref());
        });
    }

    /** A report with what its choices mean now. */
    public ReportContent content(CaseId caseId, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Report report = find(caseId, id);
            return Noted.of(contents.of(caseId, report), report.ref());
        });
    }

    /** The document that would be issued now. */
    public ReportDocument preview(CaseId caseId, UUID id) {
        return acts.consult(PREVIEW, Scope.of(caseId), () -> {
            Report report = find(caseId, id);
            return Noted.of(documents.of(contents.of(caseId, report)), report.ref());
        });
    }

    /** Content and document of one moment: what a file is made of. */
    DraftedDocument document(CaseId caseId, UUID id) {
        return acts.consult(PREVIEW, Scope.of(caseId), () -> {
            Report report = find(caseId, id);
            ReportContent content = contents.of(caseId, report);
            return Noted.of(new DraftedDocument(content, documents.of(content)), report.ref());
        });
    }

    /**
     * Replaces what a draft chooses; an issued report becomes a draft again.
     *
     * @param version the version the change was made against
     */
    public Report change(CaseId caseId, UUID id, int version, ReportChange asked) {
        return acts.perform(CHANGE, Scope.of(caseId), () -> {
            Report old = find(caseId, id);
            Report changed = check.changed(caseId, old, asked);
            if (!table.update(changed, version)) {
                throw stale(old, version);
            }
            return Noted.of(find(caseId, id), old.ref())
                    .with("statements", changed.picks().size());
        });
    }

    /** Adds statements at the end, each under the name of its entity; those chosen already stay where they are. */
    public Report add(CaseId caseId, UUID id, int version, List<UUID> statements) {
        return acts.perform(CHANGE, Scope.of(caseId), () -> {
            Report old = find(caseId, id);
            Set<UUID> known = old.picks().stream().map(Pick::statement).collect(Collectors.toCollection(HashSet::new));
            Map<UUID, String> headings = quotes.of(caseId, statements, contents.texts(caseId)).stream()
                    .collect(Collectors.toMap(Quote::id, Quote::name));
            var picks = new ArrayList<>(old.picks());
            statements.stream()
                    .filter(known::add)
                    .forEach(s -> picks.add(new Pick(s, ReportCheck.heading(headings.getOrDefault(s, "")))));
            return Noted.of(change(caseId, id, version, ReportChange.of(old).withPicks(picks)), old.ref());
        });
    }

    /** Statements to choose from, grouped by entity; links stand with the entities they touch. */
    public StatementOffer offer(CaseId caseId, String words, Optional<UUID> before, int entities) {
        return acts.consult(
                OFFER,
                Scope.of(caseId),
                () -> Noted.of(quotes.offer(caseId, words, before, entities, contents.texts(caseId)))
                        .with("words", words));
    }

    /** Charts to choose from. */
    public List<ChartChoice> charts(CaseId caseId) {
        return acts.consult(READ, Scope.of(caseId), () -> Noted.of(contents.charts(caseId)));
    }

    /** Exhibits to choose from, by number. */
    public List<Exhibit> exhibits(CaseId caseId) {
        return acts.consult(READ, Scope.of(caseId), () -> Noted.of(contents.exhibits(caseId)));
    }

    private Report find(CaseId caseId, UUID id) {
        return table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
    }

    static Refused stale(Report now, int given) {
        return Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "version-stale",
                        Map.of("now", "" + now.stamp().version(), "given", "" + given))
                .asException();
    }
}
