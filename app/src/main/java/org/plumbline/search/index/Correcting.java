package org.plumbline.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * Offers another spelling of words that nothing within reach holds: the nearest word that something does, in at most
 * one edit for short words and two for others, never in the first letter. Words of other documents neither are offered
 * nor count, so the offer is the same as if they weren't there.
 */
final class Correcting {
    /** A word by itself, longer than any operator: not a pattern, a near word or a field's name. */
    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}*?\\\\])[\\p{L}\\p{M}]{4,40}(?![\\p{L}\\p{M}\\p{N}*?~:\\\\])");

    private static final int LONG = 6;
    private static final int MOST_WORDS = 10;

    /** Beyond this many documents a word is common, and how much more so says nothing of a spelling. */
    private static final int COMMON = 1000;

    private final IndexSearcher searcher;
    private final ReachableDocuments documents;

    private Correcting(IndexSearcher searcher, ReachableDocuments documents) {
        this.searcher = searcher;
        this.documents = documents;
    }

    /** The query with other spellings; absent where there is none to offer. */
    static Optional<String> of(IndexSearcher searcher, Query within, String query) throws IOException {
        List<MatchResult> words =
                WORD.matcher(query).results().limit(MOST_WORDS).toList();
        return words.isEmpty()
                ? Optional.empty()
                : new Correcting(searcher, ReachableDocuments.of(searcher, within)).corrected(query, words);
    }

    /** A word that might be meant. */
    private record Candidate(String word, int count) {}

    private Optional<String> corrected(String query, List<MatchResult> words) throws IOException {
        var corrected = new StringBuilder(query);
        boolean changed = false;
        for (MatchResult each : words.reversed()) {
            Optional<String> better = better(each.group());
            if (better.isPresent()) {
                corrected.replace(each.start(), each.end(), better.get());
                changed = true;
            }
        }
        return changed ? Optional.of(corrected.toString()) : Optional.empty();
    }

    private Optional<String> better(String written) throws IOException {
        List<String> folded = Words.of(written);
        if (folded.size() != 1 || isKnown(written, folded.getFirst())) {
            return Optional.empty();
        }
        String word = folded.getFirst();
        var candidates = new ArrayList<Candidate>();
        int most = word.codePointCount(0, word.length()) < LONG ? 1 : 2;
        for (int edits = 1; edits <= most && candidates.isEmpty(); edits++) {
            candidates(word, edits, candidates);
        }
        return candidates.stream()
                .min(Comparator.comparingInt((Candidate c) -> -c.count()).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    private boolean isKnown(String written, String word) throws IOException {
        var forms = new ArrayList<>(List.of(word));
        forms.addAll(Stems.of(word));
        forms.addAll(SoundKeys.of(written));
        for (SearchField field : SearchField.UNNAMED) {
            Optional<Terms> terms = terms(field);
            for (String form : forms) {
                if (terms.isPresent() && count(terms.get(), new BytesRef(form)) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void candidates(String word, int edits, List<Candidate> into) throws IOException {
        int first = word.offsetByCodePoints(0, 1);
        Automaton near =
                new LevenshteinAutomata(word.substring(first), true).toAutomaton(edits, word.substring(0, first));
        var compiled = new CompiledAutomaton(near, true, true);
        for (SearchField field : SearchField.UNNAMED) {
            Optional<Terms> terms = terms(field);
            if (terms.isPresent()) {
                TermsEnum each = terms.get().intersect(compiled, null);
                PostingsEnum postings = null;
                for (BytesRef term = each.next(); term != null; term = each.next()) {
                    postings = each.postings(postings, PostingsEnum.NONE);
                    int count = documents.count(postings, COMMON);
                    if (count > 0) {
                        into.add(new Candidate(term.utf8ToString(), count));
                    }
                }
            }
        }
    }

    private int count(Terms terms, BytesRef word) throws IOException {
        TermsEnum each = terms.iterator();
        return each.seekExact(word) ? documents.count(each.postings(null, PostingsEnum.NONE), 1) : 0;
    }

    private Optional<Terms> terms(SearchField field) throws IOException {
        return Optional.ofNullable(MultiTerms.getTerms(searcher.getIndexReader(), field.word()));
    }
}
