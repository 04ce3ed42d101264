package org.plumbline.search.batch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.documents.mentions.PersonNames;
import org.plumbline.search.KnownNames;
import org.plumbline.search.NamesInCase.Name;
import org.plumbline.search.index.QueryNames;

/** Tells which terms name a natural person: one whom the case knows, or one whose name has the form of a person's. */
final class Persons {
    private final Set<String> families = new HashSet<>();
    private final Set<Set<String>> names = new HashSet<>();

    Persons(List<Name> known) {
        Set<String> others = KnownNames.wordsOfOthers(known);
        known.stream().filter(Name::person).forEach(name -> {
            names.add(new TreeSet<>(QueryNames.words(name.text())));
            KnownNames.family(name.text())
                    .filter(word -> !others.contains(word))
                    .forEach(families::add);
        });
    }

    /** Whether the case knows a person who is called so. */
    boolean knows(String term) {
        List<String> words = QueryNames.words(term);
        return names.contains(new TreeSet<>(words)) || words.stream().anyMatch(families::contains);
    }

    /** Whether it has the form of a person's name. */
    static boolean looksLike(String term) {
        return PersonNames.isOne(term);
    }
}
