package org.plumbline.search.index;

import java.util.List;
import java.util.Optional;

/** A query as read: what is asked for, before it is put to an index. */
sealed interface Clause {
    /** The same without other spellings of names. */
    default Clause asSpelt() {
        return switch (this) {
            case All all -> new All(all.clauses().stream().map(Clause::asSpelt).toList());
            case Any any -> new Any(any.clauses().stream().map(Clause::asSpelt).toList());
            case Not not -> new Not(not.clause().asSpelt());
            case Sequence sequence ->
                new Sequence(sequence.field(), sequence.variants(), sequence.slop(), sequence.loose(), Names.NONE);
            case Everything ignored -> this;
            case Nothing ignored -> this;
            case Pattern ignored -> this;
            case Near ignored -> this;
            case Days ignored -> this;
        };
    }

    /** Every document. */
    record Everything() implements Clause {}

    /** A part without a word in it, such as a lone dash; it asks for nothing and is left out. */
    record Nothing() implements Clause {}

    /** All of these. */
    record All(List<Clause> clauses) implements Clause {}

    /** Any of these. */
    record Any(List<Clause> clauses) implements Clause {}

    /** All but this. */
    record Not(Clause clause) implements Clause {}

    /**
     * Words one after another, or a single one.
     *
     * @param field where; absent for every field that a word is looked up in
     * @param variants spellings, any of which will do
     * @param slop how many places words may be moved
     * @param loose whether other forms of a single word will do too
     * @param names what else will do for a single word that may be a name
     */
    record Sequence(Optional<SearchField> field, List<List<String>> variants, int slop, boolean loose, Names names)
            implements Clause {}

    /** A word by a pattern; {@link Wildcards#MANY} and {@link Wildcards#ONE} stand for unknown characters. */
    record Pattern(Optional<SearchField> field, String pattern, int at) implements Clause {}

    /** A word that differs in at most so many characters, though not in the first. */
    record Near(Optional<SearchField> field, String word, int edits) implements Clause {}

    /** A date from one day to another, both included, as days from 1970. */
    record Days(long from, long to) implements Clause {}
}
