package org.plumbline.entities.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.link.Link;
import org.plumbline.engine.model.statement.EntityId;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.StatedValue;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.entities.EntityReading;
import org.plumbline.kernel.CaseId;
import org.plumbline.site.Texts;

/** The links of one reading, as rows: direct ones, and those that come back from other records. */
final class LinkRows {
    private final Wordings words;
    private final CaseId caseId;
    private final EntityReading reading;
    private final Lines lines;
    private final Texts texts;
    private final EntityId self;

    LinkRows(Wordings words, CaseId caseId, EntityReading reading, Lines lines, Texts texts) {
        this.words = words;
        this.caseId = caseId;
        this.reading = reading;
        this.lines = lines;
        this.texts = texts;
        this.self = new EntityId(reading.entity().id().toString());
    }

    List<EntityPage.Link> rows() {
        return reading.links().stream()
                .map(this::row)
                .sorted(Comparator.comparing(EntityPage.Link::out)
                        .reversed()
                        .thenComparing(EntityPage.Link::from)
                        .thenComparing(l -> l.other().map(NamedEntity::caption).orElse("")))
                .toList();
    }

    private EntityPage.Link row(Link link) {
        boolean out = link.from().equals(self);
        UUID holder = UUID.fromString(link.via().orElse(link.from()).value());
        Optional<EntityView> view = Optional.ofNullable(reading.linkViews().get(holder));
        return new EntityPage.Link(
                out,
                link.directed(),
                lines.named(link.other(self).value()),
                what(link),
                link.via().map(v -> "/cases/" + caseId + "/entities/" + v).orElse(""),
                dates(link.since()),
                dates(link.until()),
                view.map(this::amounts).orElse(List.of()),
                view.map(LinkRows::currency).orElse(""),
                view.map(v -> chips(v, link)).orElse(List.of()),
                link.openness() != Openness.OPEN);
    }

    private String what(Link link) {
        return link.via().isEmpty() || link.detail().isEmpty()
                ? texts.say("entities.link.what", "kind", words.kind(link.schema()), "verb", link.label())
                : texts.say(
                        "entities.link.detail",
                        "kind",
                        words.kind(link.schema()),
                        "verb",
                        link.label(),
                        "detail",
                        link.detail());
    }

    private String dates(List<String> dates) {
        return String.join(
                " / ",
                dates.stream().map(d -> Wordings.date(d, texts)).distinct().toList());
    }

    private List<Line> amounts(EntityView view) {
        return view.values("amount").stream()
                .flatMap(v -> v.statements().stream())
                .map(s -> lines.line(view.schema(), s))
                .toList();
    }

    private static String currency(EntityView view) {
        return view.values("currency").stream()
                .map(StatedValue::value)
                .findFirst()
                .orElse("");
    }

    private List<Chip> chips(EntityView view, Link link) {
        var chips = new LinkedHashSet<Chip>();
        var all = new ArrayList<Statement>();
        view.values().values().forEach(values -> values.forEach(v -> all.addAll(v.statements())));
        all.stream().filter(s -> link.statements().contains(s.id())).forEach(s -> chips.add(lines.chip(s)));
        return List.copyOf(chips);
    }
}
