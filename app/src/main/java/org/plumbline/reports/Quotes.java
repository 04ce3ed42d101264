package org.plumbline.reports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.Exhibits;
import org.plumbline.engine.model.statement.Grading;
import org.plumbline.engine.model.statement.StatedValue;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.engine.model.statement.Validity;
import org.plumbline.engine.model.value.PartialDate;
import org.plumbline.entities.Entities;
import org.plumbline.entities.EntityFilter;
import org.plumbline.entities.EntityRecord;
import org.plumbline.entities.Quotation;
import org.plumbline.entities.Quotations;
import org.plumbline.entities.SourceRecord;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refused;
import org.plumbline.reports.render.Cell;
import org.plumbline.reports.render.Grade;
import org.plumbline.reports.render.Source;
import org.plumbline.site.Texts;
import org.springframework.stereotype.Component;

/** Reads statements of a case in the words of a report. */
@Component
class Quotes {
    private final Quotations quotations;
    private final Entities entities;
    private final Exhibits exhibits;

    Quotes(Quotations quotations, Entities entities, Exhibits exhibits) {
        this.quotations = quotations;
        this.entities = entities;
        this.exhibits = exhibits;
    }

    /** These statements in this order; those the acting person may not see or quote are left out. */
    List<Quote> of(CaseId caseId, Collection<UUID> ids, Texts texts) {
        return ids.isEmpty() ? List.of() : quoted(caseId, quotations.of(caseId, ids), texts);
    }

    /** Some entities and what may be quoted about them, with the cursor of the rest. */
    StatementOffer offer(CaseId caseId, String words, Optional<UUID> before, int size, Texts texts) {
        List<EntityRecord> found = entities.list(caseId, new EntityFilter("", words), before, size + 1);
        List<EntityRecord> shown = found.subList(0, Math.min(size, found.size()));
        List<Quote> quotes = quoted(
                caseId,
                quotations.about(caseId, shown.stream().map(EntityRecord::id).toList()),
                texts);
        return new StatementOffer(
                quotes, found.size() > size ? Optional.of(shown.getLast().id()) : Optional.empty());
    }

    private List<Quote> quoted(CaseId caseId, List<Quotation> found, Texts texts) {
        var wording = new ValueWords(texts);
        var known = new HashMap<Ref, Optional<Exhibit>>();
        return found.stream().map(q -> quote(caseId, q, wording, known)).toList();
    }

    private Quote quote(CaseId caseId, Quotation q, ValueWords words, Map<Ref, Optional<Exhibit>> known) {
        Statement statement = q.statement();
        SourceWords sources = new SourceWords(words.texts(), ref -> exhibit(caseId, ref, known));
        ZoneId zone = words.texts().zone();
        return new Quote(
                statement.id(),
                q.about().id(),
                q.name(),
                q.schema().label(),
                q.property().map(p -> p.label()).orElse(statement.claim().property()),
                cell(q, words, sources),
                period(statement.validity(), words),
                grade(statement.grading()),
                q.recorder(),
                LocalDate.ofInstant(statement.recording().at(), zone),
                sources.of(q.source(), statement.source().locator()),
                sources.traceable(q.source(), statement.source().locator()),
                statement.retraction().map(r -> r.at()));
    }

    /** All sides of a contradiction, however few of them were chosen: a report never shows one side alone. */
    private static Cell cell(Quotation q, ValueWords words, SourceWords sources) {
        if (q.contradicting().size() < 2) {
            var claim = q.statement().claim();
            return new Cell.Known(List.of(
                    new Cell.Value(words.value(q.property(), claim.value(), q.named()), claim.qualifier(), List.of())));
        }
        var sides = new ArrayList<Cell.Value>();
        for (StatedValue side : q.contradicting()) {
            sides.add(new Cell.Value(
                    words.value(q.property(), side.value(), q.named()),
                    String.join(", ", side.qualifiers()),
                    side.statements().stream()
                            .flatMap(s -> source(q, s, sources).stream())
                            .distinct()
                            .toList()));
        }
        return new Cell.Conflict(sides);
    }

    private static Optional<Source> source(Quotation q, Statement statement, SourceWords sources) {
        SourceRecord record = q.sources().get(UUID.fromString(statement.source().id()));
        return record == null
                ? Optional.empty()
                : Optional.of(sources.of(record, statement.source().locator()));
    }

    private Optional<Exhibit> exhibit(CaseId caseId, Ref ref, Map<Ref, Optional<Exhibit>> known) {
        return known.computeIfAbsent(ref, r -> {
            try {
                return Optional.of(exhibits.read(caseId, r.id()));
            } catch (Refused absent) {
                return Optional.empty(); // Not for this reader: the source is then named by its title alone.
            }
        });
    }

    private static Optional<Grade> grade(Grading grading) {
        return switch (grading) {
            case Grading.Fact fact -> Optional.empty();
            case Grading.Assessment assessment ->
                Optional.of(new Grade(
                        assessment.source().name().charAt(0),
                        assessment.information().number()));
        };
    }

    private static String period(Validity validity, ValueWords words) {
        Optional<String> from = validity.begins().map(PartialDate::text).map(words::day);
        Optional<String> until = validity.ends().map(PartialDate::text).map(words::day);
        if (from.isPresent() && until.isPresent()) {
            return words.texts().say("reports.period", "from", from.get(), "until", until.get());
        }
        return from.map(day -> words.texts().say("reports.period.from", "from", day))
                .or(() -> until.map(day -> words.texts().say("reports.period.until", "until", day)))
                .orElse("");
    }
}
