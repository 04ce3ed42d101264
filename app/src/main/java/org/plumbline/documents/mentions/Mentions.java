package org.plumbline.documents.mentions;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.plumbline.documents.Document;
import org.plumbline.documents.Documents;
import org.plumbline.documents.mentions.KnownNames.Known;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/**
 * Shows the mentions of one document to somebody who may read it. They are found anew at each reading and kept nowhere,
 * so there is no table, index or list in which what documents mention could be counted or compared.
 */
@Service
@Application
public class Mentions {
    private static final Action READ = new Action("documents.read-mentions", Right.READ);

    /** Each of the two passes over the text ends after so long, and says how far it came. */
    private static final Duration PASS = Duration.ofSeconds(3);

    private final Acts acts;
    private final Documents documents;
    private final List<KnownNames> known;

    Mentions(Acts acts, Documents documents, List<KnownNames> known) {
        this.acts = acts;
        this.documents = documents;
        this.known = List.copyOf(known);
    }

    /**
     * The mentions of a document.
     *
     * @param mentions in the order of the text, none overlapping another
     * @param upTo how much of the text was looked at, in UTF-16 units
     * @param characters length of the text
     */
    public record Reading(Document document, List<Mention> mentions, int upTo, int characters) {
        public Reading {
            mentions = List.copyOf(mentions);
        }

        public boolean whole() {
            return upTo >= characters;
        }
    }

    /** The mentions of a document of a case the acting person may see. */
    public Reading of(CaseId caseId, UUID document) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Documents.Reading read = documents.read(caseId, document);
            String text = read.text().body();
            String language =
                    read.document().facts().metadata().language().orElse("").split("-", 2)[0];
            var found = Finders.find(text, language, within(PASS));
            List<Known> names =
                    known.stream().flatMap(k -> k.of(caseId).stream()).toList();
            var named = Finders.known(text, names, within(PASS));
            var reading = new Reading(
                    read.document(),
                    Finders.joined(found.mentions(), named.mentions()),
                    Math.min(found.upTo(), named.upTo()),
                    text.length());
            return Noted.of(reading, read.document().ref());
        });
    }

    private static BooleanSupplier within(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return () -> System.nanoTime() - end < 0;
    }
}
