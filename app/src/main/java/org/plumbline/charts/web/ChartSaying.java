package org.plumbline.charts.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.Subject;
import org.plumbline.charts.ChartLink;
import org.plumbline.charts.ChartNode;
import org.plumbline.charts.Layout;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.statement.Locator;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Moment;
import org.plumbline.site.Texts;

/** Says entities and links of a case in the reader's words. */
record ChartSaying(CaseId caseId, Vocabulary vocabulary, Texts texts) {
    private static final int LONGEST_CHIP = 44;

    ChartJson.Node node(ChartNode node, Layout.@Nullable Place place) {
        Layout.Spot at = place == null ? null : place.at().orElse(null);
        return new ChartJson.Node(
                node.id(),
                caption(node),
                node.schema(),
                kind(node.schema()),
                node.role().map(this::role).orElse(null),
                entity(node.id()),
                at == null ? null : at.x(),
                at == null ? null : at.y(),
                place == null ? null : place.pinned(),
                place == null ? null : place.hidden());
    }

    ChartJson.Link link(ChartLink link) {
        return new ChartJson.Link(
                link.key().text(),
                link.source(),
                link.target(),
                link.type(),
                type(link),
                label(link),
                link.from().orElse(null),
                link.until().orElse(null),
                link.assessment() ? "assessment" : "fact",
                link.conflict() ? Boolean.TRUE : null,
                entity(link.key().holder()),
                link.cited().stream()
                        .map(cited -> new ChartJson.Source(source(cited), address(cited)))
                        .toList());
    }

    ChartPage.Entity row(ChartNode node) {
        return new ChartPage.Entity(
                caption(node),
                kind(node.schema()),
                entity(node.id()),
                node.role()
                        .map(this::role)
                        .map(role -> new ChartPage.Role(role.letter(), role.word()))
                        .orElse(null));
    }

    ChartPage.Link row(ChartLink link, String from, String to) {
        return new ChartPage.Link(
                from,
                label(link),
                to,
                period(link),
                knowledge(link),
                entity(link.key().holder()),
                link.cited().stream().map(this::chip).toList());
    }

    ChartPage.Source chip(ChartLink.Cited cited) {
        return new ChartPage.Source(source(cited), address(cited));
    }

    /** What names the entity; one without an open name is called by its kind. */
    String caption(ChartNode node) {
        return node.caption().isBlank() ? texts.say("charts.unnamed", "kind", kind(node.schema())) : node.caption();
    }

    /** The word for a kind. */
    String kind(String schema) {
        String key = "entities.schema." + schema;
        if (texts.has(key)) {
            return texts.say(key);
        }
        return vocabulary.schema(schema).map(Schema::label).orElse(schema);
    }

    String type(ChartLink link) {
        return link.key().property().isEmpty() ? kind(link.schema()) : capital(link.verb());
    }

    String label(ChartLink link) {
        String verb = capital(link.verb());
        if (link.detail().isBlank()) {
            return verb;
        }
        return link.schema().equals("Ownership") && link.detail().matches("[0-9]+([.][0-9]+)?")
                ? texts.say("charts.link.share", "verb", verb, "share", link.detail())
                : texts.say("charts.link.detail", "verb", verb, "detail", link.detail());
    }

    ChartJson.Role role(Subject.Role role) {
        return new ChartJson.Role(
                texts.say("charts.role." + role.code() + ".letter"), texts.say("charts.role." + role.code()));
    }

    static ChartPage.Knowledge knowledge(ChartLink link) {
        if (link.assessment()) {
            return ChartPage.Knowledge.ASSESSMENT;
        }
        return link.conflict() ? ChartPage.Knowledge.CONFLICT : ChartPage.Knowledge.FACT;
    }

    String period(ChartLink link) {
        Optional<String> from = link.from().map(this::day);
        Optional<String> until = link.until().map(this::day);
        if (from.isPresent() && until.isPresent()) {
            return texts.say("charts.period.both", "from", from.get(), "until", until.get());
        }
        return from.map(day -> texts.say("charts.period.from", "from", day))
                .or(() -> until.map(day -> texts.say("charts.period.until", "until", day)))
                .orElseGet(texts::unknown);
    }

    String entity(UUID id) {
        return "/cases/" + caseId + "/entities/" + id;
    }

    String day(String partial) {
        try {
            return texts.moment(Moment.parse(partial, "stated"));
        } catch (IllegalArgumentException e) {
            return partial;
        }
    }

    private String source(ChartLink.Cited cited) {
        String title = brief(cited.source().title());
        return switch (cited.locator()) {
            case Locator.Page page -> texts.say("charts.source.page", "title", title, "number", page.number());
            case Locator.RegisterRow row -> texts.say("charts.source.row", "title", title, "number", row.number());
            case Locator.MailParagraph paragraph ->
                texts.say("charts.source.paragraph", "title", title, "number", paragraph.number());
            case Locator.Whole whole -> title;
            case Locator.TextRange range -> title;
            case Locator.Url url -> title;
        };
    }

    private String address(ChartLink.Cited cited) {
        return "/cases/" + caseId + "/sources/" + cited.source().id();
    }

    private static String brief(String title) {
        return title.length() <= LONGEST_CHIP
                ? title
                : title.substring(0, LONGEST_CHIP - 1).stripTrailing() + "…";
    }

    static String capital(String verb) {
        return verb.isEmpty() ? verb : verb.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + verb.substring(1);
    }

    List<ChartPage.Source> chips(List<ChartLink.Cited> cited) {
        return cited.stream().map(this::chip).toList();
    }
}
