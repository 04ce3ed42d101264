package org.plumbline.search.saved;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.cases.Subject;
import org.plumbline.cases.Subjects;
import org.plumbline.documents.mentions.ContactData;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.search.NamesInCase;
import org.plumbline.search.NamesInCase.Name;
import org.plumbline.search.index.QueryNames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The lines that alerts keep within: nobody is waited for but a suspect of the case, one at a time, and nobody by
 * contact data. A person is recognised by the names that the case knows.
 */
@Component
class AlertRules {
    private final Subjects subjects;
    private final ObjectProvider<NamesInCase> names;

    AlertRules(Subjects subjects, ObjectProvider<NamesInCase> names) {
        this.subjects = subjects;
        this.names = names;
    }

    /** Refuses what an alert may not ask; called inside an act of the acting person. */
    void check(Input input, CaseId caseId, String query, Alert.About about, Optional<UUID> subject, LocalDate today) {
        ContactData.in(query).ifPresent(found -> input.refuse("about", "alert-asks-contact-data", value(found)));
        List<Subject> entered = subjects.list(caseId);
        List<Name> named = named(query, names(caseId, entered));
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

    private List<Name> names(CaseId caseId, List<Subject> entered) {
        var all = new ArrayList<Name>();
        entered.forEach(s -> all.add(new Name(s.name(), s.kind() == Subject.Kind.PERSON, Optional.of(s.id()))));
        names.forEach(port -> all.addAll(port.of(caseId)));
        return all;
    }

    /**
     * The persons that a query asks for: by their whole name, by two words of it, or by the family name alone, unless
     * an organisation of the case is called so too.
     */
    static List<Name> named(String query, List<Name> known) {
        QueryNames asks = QueryNames.of(query);
        var shared = new HashSet<String>();
        known.stream().filter(name -> !name.person()).forEach(name -> shared.addAll(QueryNames.words(name.text())));
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
        return asked.size() > 1 || family(name, words).anyMatch(asked::contains);
    }

    /** "Mara Quill" and "Quill, Mara" are of the family Quill. */
    private static Stream<String> family(String name, List<String> words) {
        int comma = name.indexOf(',');
        return comma > 0
                ? QueryNames.words(name.substring(0, comma)).stream()
                : words.isEmpty() ? Stream.empty() : Stream.of(words.getLast());
    }

    private static Map<String, String> value(String of) {
        return Map.of("value", of);
    }
}
