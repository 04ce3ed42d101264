package org.plumbline.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Words with unknown characters. What bounds them is the pattern alone: a bound on the words they expand to would tell
 * of words in documents that the reader may not see.
 */
final class Wildcards {
    /** Stands for any characters: a noncharacter of Unicode, taken out of what people type. */
    static final char MANY = '\uFDD0';

    /** Stands for one character. */
    static final char ONE = '\uFDD1';

    private static final int MOST_IN_A_WORD = 8;
    private static final int LONGEST = 100;
    private static final int FEWEST_LETTERS = 2;
    private static final int FEWEST_LETTERS_AFTER = 3;
    private static final int WORK = 10_000;

    private Wildcards() {}

    static boolean in(String text) {
        return text.indexOf(MANY) >= 0 || text.indexOf(ONE) >= 0;
    }

    /** Reads a word with wildcards; punctuation in it parts it into words that must all be there. */
    static Clause read(Optional<SearchField> field, String text, int at) {
        var clauses = new ArrayList<Clause>();
        for (String piece : pieces(text)) {
            if (!in(piece)) {
                addWords(clauses, field, piece);
            } else if (hasCharacterWords(piece)) {
                // any run of such characters is found without a wildcard
                for (String run : piece.split("[" + MANY + ONE + "]+", -1)) {
                    addWords(clauses, field, run);
                }
            } else {
                addPattern(clauses, field, piece, at);
            }
        }
        if (clauses.isEmpty()) {
            throw new Unreadable("query-wildcard-too-broad", at, Map.of("letters", "" + FEWEST_LETTERS));
        }
        return clauses.size() == 1 ? clauses.getFirst() : new Clause.All(clauses);
    }

    static Automaton automaton(Clause.Pattern clause) {
        var parts = new ArrayList<Automaton>();
        String pattern = clause.pattern();
        // Invariant: a stem (Stem.MARK) never matches, since no pattern's first character takes the mark
        Automaton first = Automata.makeCharRange(' ', Character.MAX_CODE_POINT);
        for (int i = 0; i < pattern.length(); ) {
            int c = pattern.codePointAt(i);
            if (c == MANY) {
                Automaton any = Automata.makeAnyString();
                parts.add(i == 0 ? Operations.optional(Operations.concatenate(List.of(first, any))) : any);
            } else {
                parts.add(c == ONE ? first : Automata.makeChar(c));
            }
            i += Character.charCount(c);
        }
        try {
            return Operations.determinize(Operations.concatenate(parts), WORK);
        } catch (TooComplexToDeterminizeException e) {
            throw new Unreadable("query-wildcard-too-complex", clause.at());
        }
    }

    private static void addWords(List<Clause> clauses, Optional<SearchField> field, String text) {
        List<String> words = Words.of(text);
        if (!words.isEmpty()) {
            clauses.add(new Clause.Sequence(field, List.of(words), 0, false, Names.NONE));
        }
    }

    private static void addPattern(List<Clause> clauses, Optional<SearchField> field, String piece, int at) {
        String pattern = fold(piece);
        long letters = pattern.codePoints().filter(c -> c != MANY && c != ONE).count();
        if (letters == 0) {
            return;
        }
        long fewest = pattern.charAt(0) == MANY || pattern.charAt(0) == ONE ? FEWEST_LETTERS_AFTER : FEWEST_LETTERS;
        if (letters < fewest) {
            throw new Unreadable("query-wildcard-too-broad", at, Map.of("letters", "" + fewest));
        }
        long wildcards = pattern.codePoints().count() - letters;
        if (wildcards > MOST_IN_A_WORD || pattern.length() > LONGEST) {
            throw new Unreadable("query-wildcard-too-complex", at);
        }
        clauses.add(new Clause.Pattern(field, pattern, at));
    }

    /** The text cut at punctuation. */
    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == MANY || c == ONE || WordSplit.isWord(c)) {
                piece.appendCodePoint(c);
            } else if (!piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        });
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    /** Folds what stands between the wildcards, and makes several "many" in a row one. */
    private static String fold(String piece) {
        var folded = new StringBuilder();
        var run = new StringBuilder();
        for (int i = 0; i <= piece.length(); i++) {
            char c = i < piece.length() ? piece.charAt(i) : MANY;
            if (c != MANY && c != ONE) {
                run.append(c);
                continue;
            }
            folded.append(Words.fold(run.toString()));
            run.setLength(0);
            boolean again = c == MANY && !folded.isEmpty() && folded.charAt(folded.length() - 1) == MANY;
            if (i < piece.length() && !again) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private static boolean hasCharacterWords(String piece) {
        return piece.codePoints().anyMatch(WordSplit::isCharacterWord);
    }
}
