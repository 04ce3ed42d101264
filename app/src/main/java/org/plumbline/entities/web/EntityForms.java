package org.plumbline.entities.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plumbline.cases.Subject;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.documents.Document;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Property;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.statement.SourceGrade;
import org.plumbline.engine.model.value.PropertyType;
import org.plumbline.entities.Entities;
import org.plumbline.entities.EntityFilter;
import org.plumbline.entities.EntityRecord;
import org.plumbline.entities.NewEntity;
import org.plumbline.entities.NewSource;
import org.plumbline.entities.NewStatement;
import org.plumbline.entities.SourceRecord;
import org.plumbline.entities.Sources;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;
import org.springframework.stereotype.Component;

/** Makes the forms for entities and statements, and reads what they send. */
@Component
class EntityForms {
    private static final int MOST_CHOICES = 300;

    /** The kinds that people enter most, offered before all others. */
    private static final List<String> COMMON = List.of(
            "Company",
            "Organization",
            "PublicBody",
            "Person",
            "Contract",
            "ContractAward",
            "Ownership",
            "Directorship",
            "UnknownLink",
            "Payment");

    private final Vocabulary vocabulary;
    private final Policy policy;
    private final Entities entities;
    private final Sources sources;
    private final Wordings words;

    EntityForms(Vocabulary vocabulary, Policy policy, Entities entities, Sources sources, Wordings words) {
        this.vocabulary = vocabulary;
        this.policy = policy;
        this.entities = entities;
        this.sources = sources;
        this.words = words;
    }

    EntityFormPage create(CaseHeader header, String chosen, Form form, Texts texts) {
        Optional<Schema> schema = vocabulary.schema(chosen);
        return new EntityFormPage(
                header,
                Optional.empty(),
                schema.map(Schema::name).orElse(""),
                schema.map(Schema::label).orElse(""),
                kinds(),
                schema.map(s -> fields(header.id(), s, texts)).orElse(List.of()),
                List.of(),
                List.of(),
                schema.filter(s -> s.isA("Person")).isPresent(),
                shared(header.id(), texts),
                form);
    }

    EntityFormPage add(CaseHeader header, EntityRecord entity, Form form, Texts texts) {
        Schema schema = vocabulary.require(entity.schema());
        return new EntityFormPage(
                header,
                Optional.of(words.named(header.id(), entity, texts)),
                schema.name(),
                schema.label(),
                List.of(),
                List.of(),
                choices(schema, texts),
                targets(header.id(), "", texts),
                false,
                shared(header.id(), texts),
                form);
    }

    /** The entities of a case that a statement can be about. */
    List<Option> subjects(CaseId caseId, Texts texts) {
        return targets(caseId, "", texts);
    }

    /**
     * The form for a statement that rests on a stretch of a document's text, or on the whole where there is no quote.
     */
    Form quoting(CaseId caseId, Document document, int at, String quote) {
        var values = new java.util.HashMap<String, String>();
        values.put("kind", "fact");
        values.put("value", quote);
        values.put("locatorKind", quote.isEmpty() ? "whole" : "text");
        values.put("locator", quote.isEmpty() ? "" : at + "+" + quote.length());
        Optional<SourceRecord> known = sources.list(caseId, Optional.empty(), MOST_CHOICES).stream()
                .filter(s -> s.about().filter(document.ref()::equals).isPresent())
                .findFirst();
        if (known.isPresent()) {
            values.put("source", known.get().id().toString());
        } else {
            values.put("sourceAbout", document.id().toString());
            values.put("sourceKind", SourceRecord.Kind.DOCUMENT.code());
            values.put("sourceTitle", document.facts().title());
        }
        return Form.of(values);
    }

    private List<Option> kinds() {
        var names = new LinkedHashSet<>(COMMON);
        vocabulary.schemata().stream()
                .filter(s -> !s.isAbstract() && !s.hidden() && !s.generated())
                .sorted(Comparator.comparing(Schema::label))
                .map(Schema::name)
                .forEach(names::add);
        return names.stream()
                .filter(n -> policy.of(n).openness() != Openness.REFUSED)
                .map(n -> new Option(n, words.kind(n)))
                .toList();
    }

    private List<EntityFormPage.Field> fields(CaseId caseId, Schema schema, Texts texts) {
        var names = new LinkedHashSet<>(schema.required());
        names.addAll(schema.featured());
        names.addAll(schema.caption());
        names.addAll(List.of("startDate", "endDate", "currency", "description"));
        return names.stream()
                .flatMap(n -> schema.property(n).stream())
                .filter(p -> isOffered(schema, p))
                .map(p -> field(caseId, schema, p, texts))
                .toList();
    }

    private EntityFormPage.Field field(CaseId caseId, Schema schema, Property property, Texts texts) {
        boolean marked = policy.of(schema.name(), property.name()).openness() == Openness.MARKED;
        return new EntityFormPage.Field(
                "p-" + property.name(),
                property.label(),
                marked ? texts.say("entities.marked.hint") : hint(property, texts),
                !schema.required().contains(property.name()),
                marked,
                property.type() == PropertyType.ENTITY
                        ? targets(caseId, property.range(), texts)
                        : codes(property.type()));
    }

    private static String hint(Property property, Texts texts) {
        return switch (property.type()) {
            case DATE -> texts.say("entities.hint.date");
            case NUMBER -> texts.say("entities.hint.number");
            default -> "";
        };
    }

    private static List<Option> codes(PropertyType type) {
        return type.codes().entrySet().stream()
                .map(e -> new Option(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    private List<Option> choices(Schema schema, Texts texts) {
        var featured = new LinkedHashSet<>(schema.caption());
        featured.addAll(schema.featured());
        Stream<Property> first = featured.stream().flatMap(n -> schema.property(n).stream());
        Stream<Property> rest = schema.properties().values().stream()
                .filter(p -> !featured.contains(p.name()) && !p.hidden())
                .sorted(Comparator.comparing(Property::label));
        return Stream.concat(first, rest)
                .filter(p -> isOffered(schema, p))
                .map(p -> new Option(p.name(), choice(schema, p, texts)))
                .toList();
    }

    private String choice(Schema schema, Property property, Texts texts) {
        boolean marked = policy.of(schema.name(), property.name()).openness() == Openness.MARKED;
        return marked ? texts.say("entities.marked.choice", "property", property.label()) : property.label();
    }

    private boolean isOffered(Schema schema, Property property) {
        return !property.stub() && policy.of(schema.name(), property.name()).openness() != Openness.REFUSED;
    }

    private List<Option> targets(CaseId caseId, String range, Texts texts) {
        return entities.list(caseId, EntityFilter.ALL, Optional.empty(), MOST_CHOICES).stream()
                .filter(e -> range.isEmpty()
                        || vocabulary
                                .schema(e.schema())
                                .filter(s -> s.isA(range))
                                .isPresent())
                .map(e -> new Option(e.id().toString(), target(e, texts)))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    private String target(EntityRecord entity, Texts texts) {
        String named = texts.say(
                "entities.target", "caption", words.caption(entity, texts), "kind", words.kind(entity.schema()));
        return entity.role()
                .map(r -> texts.say(
                        "entities.target.role",
                        "named",
                        named,
                        "role",
                        RoleWord.of(r, texts).word()))
                .orElse(named);
    }

    private EntityFormPage.Shared shared(CaseId caseId, Texts texts) {
        return new EntityFormPage.Shared(
                sources.list(caseId, Optional.empty(), MOST_CHOICES).stream()
                        .map(s -> new Option(s.id().toString(), s.title()))
                        .toList(),
                sourceKinds(texts),
                List.of(
                        new Option("fact", texts.say("site.kind.fact")),
                        new Option("assessment", texts.say("site.kind.assessment"))),
                Arrays.stream(SourceGrade.values())
                        .map(g -> new Option(g.name(), texts.say("entities.grade." + g.name())))
                        .toList(),
                IntStream.rangeClosed(1, 6)
                        .mapToObj(n -> new Option("" + n, texts.say("entities.grade." + n)))
                        .toList(),
                Stream.of("whole", "page", "paragraph", "row", "text", "url")
                        .map(k -> new Option(k, texts.say("entities.locator." + k)))
                        .toList(),
                EntityPages.roles(texts));
    }

    static List<Option> sourceKinds(Texts texts) {
        var kinds = new ArrayList<Option>();
        for (SourceRecord.Kind kind : SourceRecord.Kind.values()) {
            kinds.add(new Option(kind.code(), texts.say("entities.source.kind." + kind.code())));
        }
        return kinds;
    }

    /** The source that was chosen; absent when a new one is entered with the form. */
    static Optional<UUID> chosenSource(Map<String, String> sent) {
        String text = sent.getOrDefault("source", "");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.of(new UUID(0, 0));
        }
    }

    static NewSource newSource(Map<String, String> sent) {
        return new NewSource(
                sent.getOrDefault("sourceKind", ""),
                sent.getOrDefault("sourceTitle", ""),
                sent.getOrDefault("sourcePublisher", ""),
                sent.getOrDefault("sourcePublished", ""),
                sent.getOrDefault("sourceChecked", ""),
                sent.getOrDefault("sourceUrl", ""),
                Optional.empty());
    }

    /** The document of the case that a new source is; absent when the form names none. */
    static Optional<UUID> aboutDocument(Map<String, String> sent) {
        String text = sent.getOrDefault("sourceAbout", "");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.of(new UUID(0, 0));
        }
    }

    static NewStatement statement(Map<String, String> sent, String property, String value, UUID source) {
        return new NewStatement(
                property,
                value,
                sent.getOrDefault("language", ""),
                sent.getOrDefault("qualifier", ""),
                source,
                new NewStatement.At(sent.getOrDefault("locatorKind", ""), sent.getOrDefault("locator", "")),
                new NewStatement.Weight(
                        sent.getOrDefault("kind", ""),
                        sent.getOrDefault("sourceGrade", ""),
                        sent.getOrDefault("informationGrade", "")),
                sent.getOrDefault("validFrom", ""),
                sent.getOrDefault("validUntil", ""));
    }

    /** A new entity from the fields {@code p-<property>} that were filled in. */
    static NewEntity entity(Map<String, String> sent, UUID source) {
        List<NewStatement> statements = sent.entrySet().stream()
                .filter(e -> e.getKey().startsWith("p-") && !e.getValue().isBlank())
                .map(e -> statement(sent, e.getKey().substring(2), e.getValue(), source))
                .toList();
        return new NewEntity("", sent.getOrDefault("schema", ""), role(sent), statements);
    }

    static Optional<NewEntity.InCase> role(Map<String, String> sent) {
        if (sent.getOrDefault("role", "").isEmpty()) {
            return Optional.empty();
        }
        var input = new Input();
        Subject.Role role = input.choice("role", sent.get("role"), Subject.Role.class);
        String basis = input.text("basis", sent.get("basis"), 1000);
        LocalDate due = input.date("reviewDue", sent.get("reviewDue"));
        input.check();
        return Optional.of(new NewEntity.InCase(role, basis, due));
    }

    static Form preset(Map<String, String> values, LocalDate review) {
        var all = new java.util.HashMap<String, String>();
        all.put("kind", "fact");
        all.put("locatorKind", "whole");
        all.put("reviewDue", review.toString());
        values.forEach((name, value) -> {
            if (name.toLowerCase(Locale.ROOT).matches("schema|property|source|value|sourcekind")) {
                all.put(name, value);
            }
        });
        return Form.of(all);
    }
}
