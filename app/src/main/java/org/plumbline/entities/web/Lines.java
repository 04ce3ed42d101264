package org.plumbline.entities.web;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.model.Property;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.statement.Grading;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.engine.model.statement.Validity;
import org.plumbline.engine.model.value.PropertyType;
import org.plumbline.entities.EntityReading;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Texts;

/** Statements of one reading, as lines of a page. */
final class Lines {
    private final Wordings words;
    private final CaseId caseId;
    private final EntityReading reading;
    private final Texts texts;

    Lines(Wordings words, CaseId caseId, EntityReading reading, Texts texts) {
        this.words = words;
        this.caseId = caseId;
        this.reading = reading;
        this.texts = texts;
    }

    Line line(Statement statement) {
        return line(reading.schema(), statement);
    }

    Line line(Schema schema, Statement statement) {
        String property = statement.claim().property();
        return new Line(
                "/cases/" + caseId + "/statements/" + statement.id(),
                words.value(schema, property, statement.claim().value(), texts),
                entity(schema, property, statement.claim().value()),
                statement.claim().qualifier(),
                asOf(statement.validity(), texts),
                chip(statement),
                statement.grading() instanceof Grading.Assessment,
                statement.grading().sourceGrade().map(Enum::name).orElse(""),
                statement.grading().informationGrade().map(i -> "" + i.number()).orElse(""),
                words.property(schema, property),
                name(statement.recording().by().value()),
                texts.date(statement.recording().at()),
                statement
                        .retraction()
                        .map(r -> texts.say(
                                "entities.retracted.line",
                                "reason",
                                r.reason(),
                                "who",
                                name(r.by().value()),
                                "at",
                                r.at())));
    }

    Chip chip(Statement statement) {
        return Chip.of(caseId, statement, reading.sources(), texts);
    }

    Optional<NamedEntity> entity(Schema schema, String property, String value) {
        Optional<Property> link = schema.property(property).filter(p -> p.type() == PropertyType.ENTITY);
        return link.isEmpty() ? Optional.empty() : named(value);
    }

    Optional<NamedEntity> named(String id) {
        try {
            return Optional.ofNullable(reading.named().get(UUID.fromString(id)))
                    .map(e -> words.named(caseId, e, texts));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String asOf(Validity validity, Texts texts) {
        String from = validity.begins().map(d -> Wordings.date(d.text(), texts)).orElse("");
        String until = validity.ends().map(d -> Wordings.date(d.text(), texts)).orElse("");
        if (from.isEmpty() && until.isEmpty()) {
            return "";
        }
        if (from.equals(until)) {
            return texts.say("entities.as-of", "day", from);
        }
        if (until.isEmpty()) {
            return texts.say("entities.valid.from", "from", from);
        }
        return from.isEmpty()
                ? texts.say("entities.valid.until", "until", until)
                : texts.say("entities.valid.between", "from", from, "until", until);
    }

    private String name(UUID member) {
        return reading.recorders().getOrDefault(new MemberId(member), "");
    }
}
