package org.plumbline.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** Puts a query as read to Lucene. */
final class Compiled {
    private static final float NEAR_WEIGHT = 0.5f;
    private static final float NAME_WEIGHT = 0.5f;

    /** Of a list of words: as it stands, and with two of them read as a Chinese name. */
    private static final int MOST_WAYS = 5;

    private Compiled() {}

    static Query of(Clause clause) {
        return switch (clause) {
            case Clause.Everything ignored -> MatchAllDocsQuery.INSTANCE;
            case Clause.Nothing ignored -> MatchAllDocsQuery.INSTANCE;
            case Clause.All all -> all(all.clauses());
            case Clause.Any any -> any(any.clauses());
            case Clause.Not not -> all(List.of(not));
            case Clause.Sequence sequence -> inFields(sequence.field(), field -> sequence(field, sequence));
            case Clause.Pattern pattern -> {
                Automaton automaton = Wildcards.automaton(pattern);
                yield inFields(pattern.field(), field -> words(field, automaton));
            }
            case Clause.Near near -> near(near);
            case Clause.Days days ->
                new ConstantScoreQuery(LongPoint.newRangeQuery(Columns.DAY, days.from(), days.to()));
        };
    }

    private static Query all(List<Clause> clauses) {
        var ways = new ArrayList<Query>();
        ways.add(each(clauses));
        for (int i = 0; i + 1 < clauses.size() && ways.size() < MOST_WAYS; i++) {
            Optional<Query> chinese = chinese(clauses.get(i), clauses.get(i + 1));
            if (chinese.isPresent()) {
                var rest = new ArrayList<>(clauses.subList(0, i));
                rest.addAll(clauses.subList(i + 2, clauses.size()));
                ways.add(new BooleanQuery.Builder()
                        .add(chinese.get(), Occur.MUST)
                        .add(each(rest), Occur.MUST)
                        .build());
            }
        }
        return best(ways);
    }

    private static Query each(List<Clause> clauses) {
        var query = new BooleanQuery.Builder();
        boolean asks = false;
        for (Clause clause : clauses) {
            if (clause instanceof Clause.Not not) {
                query.add(of(not.clause().asSpelt()), Occur.MUST_NOT);
            } else {
                query.add(of(clause), Occur.MUST);
                asks = true;
            }
        }
        if (!asks) {
            query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return query.build();
    }

    /** Two words side by side as a Chinese name. */
    private static Optional<Query> chinese(Clause first, Clause second) {
        if (!(first instanceof Clause.Sequence one && second instanceof Clause.Sequence other)
                || !one.field().equals(other.field())) {
            return Optional.empty();
        }
        List<List<String>> names = one.names().followedBy(other.names());
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new BoostQuery(
                        inFields(
                                one.field(),
                                field -> best(names.stream()
                                        .map(name -> phrase(field, name))
                                        .toList())),
                        NAME_WEIGHT));
    }

    private static Query phrase(SearchField field, List<String> words) {
        return new PhraseQuery(field.word(), words.toArray(String[]::new));
    }

    /** A match counts once, under the form in which it counts most. */
    private static Query best(List<Query> queries) {
        return queries.size() == 1 ? queries.getFirst() : new DisjunctionMaxQuery(queries, 0);
    }

    private static Query any(List<Clause> clauses) {
        var query = new BooleanQuery.Builder();
        clauses.forEach(clause -> query.add(of(clause), Occur.SHOULD));
        return query.build();
    }

    /** A match counts once, in the field where it counts most. */
    private static Query inFields(Optional<SearchField> named, Function<SearchField, Query> query) {
        List<SearchField> fields = named.map(List::of).orElse(SearchField.UNNAMED);
        var queries = new ArrayList<Query>();
        fields.forEach(field -> queries.add(new BoostQuery(query.apply(field), field.weight())));
        return best(queries);
    }

    private static Query sequence(SearchField field, Clause.Sequence sequence) {
        var spellings = new ArrayList<Query>();
        for (List<String> words : sequence.variants()) {
            spellings.add(
                    words.size() > 1
                            ? new PhraseQuery(sequence.slop(), field.word(), words.toArray(String[]::new))
                            : word(field, words.getFirst(), sequence.loose()));
        }
        spellings.addAll(named(field, sequence.names()));
        return best(spellings);
    }

    /** Other spellings of a name. One syllable alone says too little in a body. */
    private static List<Query> named(SearchField field, Names names) {
        return Stream.concat(
                        names.spellings().stream(),
                        names.syllables().stream().filter(way -> way.size() > 1 || field.bearsNames()))
                .<Query>map(terms -> new BoostQuery(phrase(field, terms), NAME_WEIGHT))
                .toList();
    }

    private static Query word(SearchField field, String word, boolean loose) {
        if (!loose) {
            return new TermQuery(new Term(field.word(), word));
        }
        var forms = new ArrayList<Query>();
        forms.add(new TermQuery(new Term(field.word(), word)));
        Stems.of(word).forEach(stem -> forms.add(new TermQuery(new Term(field.word(), stem))));
        // the same occurrence stands under each of its forms, and counts in that of most only
        return best(forms);
    }

    private static Query near(Clause.Near near) {
        int first = near.word().offsetByCodePoints(0, 1);
        Automaton automaton = new LevenshteinAutomata(near.word().substring(first), true)
                .toAutomaton(near.edits(), near.word().substring(0, first));
        return inFields(
                near.field(),
                field -> new DisjunctionMaxQuery(
                        List.of(
                                new TermQuery(new Term(field.word(), near.word())),
                                new BoostQuery(words(field, automaton), NEAR_WEIGHT)),
                        0));
    }

    /** Every word the automaton takes, without a bound that other documents could move. */
    private static Query words(SearchField field, Automaton automaton) {
        return new AutomatonQuery(new Term(field.word()), automaton, false, MultiTermQuery.CONSTANT_SCORE_REWRITE);
    }
}
