package org.plumbline.engine.model.statement;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.value.PartialDate;

/** The invented world of Case 2031-0007, Harbour: its sources, and statements recorded one second after the other. */
public final class Harbour {
    public static final Vocabulary VOCABULARY = Vocabulary.load();
    public static final Policy POLICY = Policy.load(VOCABULARY);
    public static final Instant START = Instant.parse("2031-03-01T08:00:00Z");
    public static final RecorderId CLERK = new RecorderId(new UUID(1, 1));
    public static final Source REGISTER =
            new Source(Source.Kind.REGISTER, "port-register", new Locator.RegisterRow(12));
    public static final Source LETTER = new Source(Source.Kind.EXHIBIT, "2031-14", new Locator.Page(3));
    public static final Source ARTICLE = new Source(
            Source.Kind.DOCUMENT,
            "article-1",
            new Locator.Url(URI.create("https://news.example/harbour"), LocalDate.of(2031, 2, 1)));

    private int count;

    /** A statement whose source is the register. */
    public Statement states(String subject, String schema, String property, String value) {
        return states(subject, schema, property, value, REGISTER);
    }

    public Statement states(String subject, String schema, String property, String value, Source source) {
        return states(
                new Claim(new EntityId(subject), schema, property, value, value, "", ""), source, Validity.open());
    }

    public Statement states(Claim claim, Source source, Validity validity) {
        count++;
        return new Statement(
                new UUID(0, count),
                claim,
                source,
                Grading.Fact.ungraded(),
                validity,
                new Recording(CLERK, START.plusSeconds(count)),
                null);
    }

    public static PartialDate date(String text) {
        return PartialDate.read(text).orElseThrow();
    }
}
