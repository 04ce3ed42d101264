package org.plumbline.search.saved;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.cases.Subject;
import org.plumbline.cases.Subjects;
import org.plumbline.documents.mentions.ContactData;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.search.KnownNames;
import org.plumbline.search.NamesInCase.Name;
import org.plumbline.search.index.QueryNames;
import org.springframework.stereotype.Component;

/**
 * The lines that alerts keep within: nobody is waited for but a suspect of the case, one at a time, and nobody by
 * contact data. A person is recognised by the names that the case knows.
 */
@Component
class AlertRules {
    private final Subjects subjects;
    private final KnownNames known;

    AlertRules(Subjects subjects, KnownNames known) {
        this.subjects = subjects;
        this.known = known;
    }

    /** Refuses what an alert may not ask; called inside an act of the acting person. */
    void check(Input input, CaseId caseId, String query, Alert.About about, Optional<UUID> subject, LocalDate today) {
        ContactData.in(query).ifPresent(found -> input.refuse("about", "alert-asks-contact-data", value(found)));
        List<Subject> entered = subjects.list(caseId);
        List<Name> named = named(query, known.of(caseId));
        if (about != Alert.About.PERSON) {
            named.stream()
                    .findFirst()
                    .ifPresent(name -> input.refuse("about", "alert-names-person", value(name.text())));
            return;
        }
        Optional<Subject> suspect = entered.stream()
                .filter(s -> subject.equals(Optional.of(s.id())))
                .findFirst();
        if (suspect.isEmpty()) {
            input.refuse("subject", "field-missing", Map.of());
        } else if (!isSuspect(suspect.get())) {
            input.refuse(
                    "subject", "alert-of-nobody-suspected", value(suspect.get().name()));
        } else if (isOverdue(suspect.get(), today)) {
            input.refuse("subject", "alert-of-overdue", value(suspect.get().name()));
        }
        named.stream()
                .filter(name -> !name.subject().equals(subject))
                .filter(name -> suspect.filter(s -> s.name().equalsIgnoreCase(name.text()))
                        .isEmpty())
                .findFirst()
                .ifPresent(name -> input.refuse("subject", "alert-names-others", value(name.text())));
    }

    /** Whom an alert may be about, now. */
    List<Subject> suspects(CaseId caseId, LocalDate today) {
        return subjects.list(caseId).stream()
                .filter(s -> isSuspect(s) && !isOverdue(s, today))
                .toList();
    }

    private static boolean isSuspect(Subject subject) {
        return subject.kind() == Subject.Kind.PERSON && subject.role() == Subject.Role.SUSPECT;
    }

    private static boolean isOverdue(Subject subject, LocalDate today) {
        return subject.reviewDue().isBefore(today);
    }

    /**
     * The persons that a query asks for: by their whole name, by two words of it, or by the family name alone, unless
     * an organisation of the case is called so too.
     */
    static List<Name> named(String query, List<Name> known) {
        QueryNames asks = QueryNames.of(query);
        Set<String> shared = KnownNames.wordsOfOthers(known);
        return known.stream()
                .filter(Name::person)
                .filter(name -> isNamed(asks, name.text(), shared))
                .toList();
    }

    private static boolean isNamed(QueryNames asks, String name, Set<String> shared) {
        List<String> words = QueryNames.words(name);
        Set<String> asked = new HashSet<>(asks.asked(name));
        if (words.size() > 1 && asked.containsAll(words)) {
            return true;
        }
        asked.removeAll(shared);
        return asked.size() > 1 || KnownNames.family(name).anyMatch(asked::contains);
    }

    private static Map<String, String> value(String of) {
        return Map.of("value", of);
    }
}
