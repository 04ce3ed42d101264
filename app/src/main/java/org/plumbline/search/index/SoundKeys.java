package org.plumbline.search.index;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Puts, in the place of a word that may be a name, what it sounds like, under {@link Stem#MARK}: {@code Aleksandr}
 * finds "Александр" and {@code Mueller} "Müller". In a body those are the words with a capital; in the fields of names
 * all are. Stands before folding, which takes away what tells sounds apart.
 */
final class SoundKeys extends BesideWords {
    private static final String SOUND = Stem.MARK + "n";
    private static final String UNVOWELLED = Stem.MARK + "k";
    private static final String LATIN_UNVOWELLED = Stem.MARK + "l";
    private static final String LISTED = Stem.MARK + "g";
    private static final int MOST_KEPT = 20_000;
    private static final Map<String, List<String>> KEPT = new ConcurrentHashMap<>();
    private static final Map<String, List<String>> KEPT_OF_NAMES = new ConcurrentHashMap<>();

    private static final int SHORTEST = 3;
    private static final int SHORTEST_IN_BODY = 4;

    private final boolean ofNames;

    /** @param ofNames whether the text is one of names, so that every word may be one */
    SoundKeys(TokenStream input, boolean ofNames) {
        super(input);
        this.ofNames = ofNames;
    }

    @Override
    void derive(CharTermAttribute word, Deque<String> into) {
        if (!word.isEmpty() && (ofNames || mayBeName(word))) {
            into.addAll(kept(word.toString()));
        }
    }

    /** Names come again and again in texts. A query never asks here: its time would tell what others' texts hold. */
    private List<String> kept(String word) {
        Map<String, List<String>> kept = ofNames ? KEPT_OF_NAMES : KEPT;
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(word, each -> held(each, ofNames));
    }

    /** The keys that a word of a text is found under beside itself. */
    static List<String> held(String word, boolean ofNames) {
        if (word.isEmpty() || !(ofNames || mayBeName(word))) {
            return List.of();
        }
        var keys = new ArrayList<String>();
        Sound.of(word).ifPresent(sound -> {
            switch (sound.script()) {
                case LATIN -> {
                    add(keys, SOUND, sound.letters(), ofNames ? SHORTEST : SHORTEST_IN_BODY);
                    if (ofNames) {
                        add(keys, LATIN_UNVOWELLED, sound.consonants(), SHORTEST);
                    }
                }
                case CASED -> add(keys, SOUND, sound.letters(), SHORTEST);
                case CONSONANTS -> add(keys, UNVOWELLED, sound.consonants(), SHORTEST);
                case OTHER -> {}
            }
        });
        String folded = Words.fold(word);
        if (OneName.isListed(folded)) {
            keys.add(LISTED + folded);
        }
        return keys;
    }

    private static void add(List<String> keys, String mark, String sound, int shortest) {
        if (sound.length() >= shortest) {
            keys.add(mark + sound);
        }
    }

    /** Whether it begins with a capital, or in a script that knows none. */
    static boolean mayBeName(CharSequence word) {
        int first = Character.codePointAt(word, 0);
        return !Character.isLowerCase(first) && Character.isLetter(first) && !WordSplit.isCharacterWord(first);
    }

    /** The keys under which another form of a name is looked up, which nobody typed: only where it may be a name. */
    static List<String> ofOther(String word) {
        var keys = new ArrayList<>(of(word));
        keys.add(LISTED + word);
        return keys;
    }

    /** The keys under which a word of a query is looked up beside itself. */
    static List<String> of(String word) {
        var keys = new ArrayList<String>();
        Sound.of(word).ifPresent(sound -> {
            if (sound.script() != Sound.Writing.CONSONANTS) {
                add(keys, SOUND, sound.letters(), SHORTEST);
            }
            if (sound.script() != Sound.Writing.CASED) {
                add(keys, UNVOWELLED, sound.consonants(), SHORTEST);
            }
            if (sound.script() == Sound.Writing.CONSONANTS) {
                add(keys, LATIN_UNVOWELLED, sound.consonants(), SHORTEST);
            }
        });
        return keys;
    }
}
