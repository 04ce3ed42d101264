package org.plumbline.search.index;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * Which words of a name a query asks for: word for word, in a phrase, by a pattern, nearly, or in another spelling or
 * script that the index would find; never what it excludes. For telling whether a query is about somebody whose name is
 * known.
 */
public final class QueryNames {
    private final List<Clause> leaves;

    private QueryNames(List<Clause> leaves) {
        this.leaves = leaves;
    }

    /** Of a query; one that can't be read asks for nobody. */
    public static QueryNames of(String query) {
        try {
            return new QueryNames(leaves(QueryReader.read(query)));
        } catch (Unreadable e) {
            return new QueryNames(List.of());
        }
    }

    /** The words of a name, as the index knows them, in order. */
    public static List<String> words(String name) {
        return Words.of(name);
    }

    /** Those words of the name that are asked for. */
    public Set<String> asked(String name) {
        List<String> words = Words.of(name);
        var asked = new TreeSet<String>();
        leaves.forEach(leaf -> asked.addAll(asked(leaf, words)));
        leaves.forEach(leaf -> asked.addAll(otherwise(leaf, name)));
        return asked;
    }

    /** Words of the name that the query would find under another spelling. */
    private static Collection<String> otherwise(Clause leaf, String name) {
        if (!(leaf instanceof Clause.Sequence sequence)) {
            return List.of();
        }
        var asked = new TreeSet<String>();
        for (String written : Words.written(name)) {
            if (sequence.names().find(SoundKeys.held(written, true))) {
                asked.addAll(Words.of(written));
            }
        }
        asked.addAll(syllables(sequence.names(), Words.of(name)));
        return asked;
    }

    /** Characters of a Chinese name that a word in Latin letters may stand for. */
    private static Collection<String> syllables(Names names, List<String> name) {
        List<String> heard = name.stream().map(Pinyin::key).toList();
        var asked = new TreeSet<String>();
        for (List<String> way : names.syllables()) {
            int at = Collections.indexOfSubList(heard, way);
            if (at >= 0) {
                asked.addAll(name.subList(at, at + way.size()));
            }
        }
        return asked;
    }

    private static Collection<String> asked(Clause leaf, List<String> name) {
        return switch (leaf) {
            case Clause.Sequence sequence -> asked(sequence, name);
            case Clause.Pattern pattern -> taken(name, Wildcards.automaton(pattern));
            case Clause.Near near -> taken(name, nearly(near));
            default -> List.of();
        };
    }

    private static Collection<String> asked(Clause.Sequence sequence, List<String> name) {
        var asked = new TreeSet<String>();
        for (List<String> words : sequence.variants()) {
            if (words.size() == 1) {
                name.stream().filter(sameAs(words.getFirst(), sequence.loose())).forEach(asked::add);
            } else if (sequence.slop() > 0) {
                name.stream().filter(words::contains).forEach(asked::add);
            } else if (Collections.indexOfSubList(name, words) >= 0) {
                asked.addAll(words);
            } else if (Collections.indexOfSubList(words, name) >= 0) {
                asked.addAll(name);
            }
        }
        return asked;
    }

    private static Predicate<String> sameAs(String word, boolean loose) {
        return each -> each.equals(word) || (loose && !Collections.disjoint(Stems.of(each), Stems.of(word)));
    }

    private static Automaton nearly(Clause.Near near) {
        int first = near.word().offsetByCodePoints(0, 1);
        return new LevenshteinAutomata(near.word().substring(first), true)
                .toAutomaton(near.edits(), near.word().substring(0, first));
    }

    private static List<String> taken(List<String> name, Automaton automaton) {
        var runs =
                new CharacterRunAutomaton(Operations.determinize(automaton, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
        return name.stream().filter(runs::run).toList();
    }

    private static List<Clause> leaves(Clause clause) {
        return switch (clause) {
            case Clause.All all ->
                all.clauses().stream().flatMap(c -> leaves(c).stream()).toList();
            case Clause.Any any ->
                any.clauses().stream().flatMap(c -> leaves(c).stream()).toList();
            case Clause.Not not -> excluded(not.clause());
            default -> List.of(clause);
        };
    }

    /** What excludes an exclusion is asked for. */
    private static List<Clause> excluded(Clause clause) {
        return switch (clause) {
            case Clause.Not not -> leaves(not.clause());
            case Clause.All all ->
                all.clauses().stream().flatMap(c -> excluded(c).stream()).toList();
            case Clause.Any any ->
                any.clauses().stream().flatMap(c -> excluded(c).stream()).toList();
            default -> List.of();
        };
    }
}
