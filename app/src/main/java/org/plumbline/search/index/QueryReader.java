package org.plumbline.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the query language of docs/design/search.md by recursive descent: {@code or := and (OR and)*}, {@code and :=
 * unary (AND? unary)*}, {@code unary := (NOT | - | +)* primary}. The leaves are read by {@link WordReader}.
 */
final class QueryReader {
    /** Longest query, in characters. */
    static final int LONGEST = 2_000;

    private static final int DEEPEST = 20;

    private final Letters letters;
    private final WordReader leaves;
    private int depth;

    private QueryReader(String query) {
        this.letters = new Letters(query);
        this.leaves = new WordReader(letters, this::primary);
    }

    /**
     * Reads a query.
     *
     * @throws Unreadable at the first thing that can't be read
     */
    static Clause read(String query) {
        if (query.length() > LONGEST) {
            throw new Unreadable("query-too-long", LONGEST, Map.of("most", "" + LONGEST));
        }
        if (query.chars().allMatch(c -> Letters.isSpace((char) c))) {
            return new Clause.Everything();
        }
        var reader = new QueryReader(query);
        Clause clause = reader.or(Optional.empty());
        if (!reader.letters.ended()) {
            throw new Unreadable("query-bracket-unopened", reader.letters.at());
        }
        if (clause instanceof Clause.Nothing) {
            throw new Unreadable("query-without-words", 0);
        }
        return clause;
    }

    private Clause or(Optional<SearchField> field) {
        var clauses = new ArrayList<Clause>();
        clauses.add(and(field));
        while (operator("OR", "||")) {
            clauses.add(and(field));
        }
        List<Clause> asked = asked(clauses);
        return switch (asked.size()) {
            case 0 -> new Clause.Nothing();
            case 1 -> asked.getFirst();
            default -> new Clause.Any(asked);
        };
    }

    private Clause and(Optional<SearchField> field) {
        var clauses = new ArrayList<Clause>();
        clauses.add(unary(field));
        while (operator("AND", "&&") || another()) {
            clauses.add(unary(field));
        }
        List<Clause> asked = asked(clauses);
        return switch (asked.size()) {
            case 0 -> new Clause.Nothing();
            case 1 -> asked.getFirst();
            default -> new Clause.All(asked);
        };
    }

    private Clause unary(Optional<SearchField> field) {
        boolean not = false;
        while (true) {
            letters.skipSpace();
            if (letters.sees("NOT")) {
                letters.goTo(letters.at() + 3);
                not = !not;
            } else if (letters.here() == '-' && !Letters.isSpace(letters.ahead(1))) {
                letters.step();
                not = !not;
            } else if (letters.here() == '+' && !Letters.isSpace(letters.ahead(1))) {
                letters.step();
            } else {
                break;
            }
        }
        Clause clause = primary(field);
        return not && !(clause instanceof Clause.Nothing) ? new Clause.Not(clause) : clause;
    }

    private Clause primary(Optional<SearchField> field) {
        letters.skipSpace();
        if (letters.ended() || letters.here() == ')' || atOperator()) {
            throw new Unreadable("query-word-missing", Math.min(letters.at(), LONGEST));
        }
        return letters.here() == '(' ? bracket(field) : leaves.read(field);
    }

    private Clause bracket(Optional<SearchField> field) {
        int opened = letters.at();
        if (++depth > DEEPEST) {
            throw new Unreadable("query-too-deep", opened, Map.of("most", "" + DEEPEST));
        }
        letters.step();
        Clause inside = or(field);
        letters.skipSpace();
        if (letters.ended()) {
            throw new Unreadable("query-bracket-unclosed", opened);
        }
        letters.step();
        depth--;
        return inside;
    }

    private boolean operator(String word, String sign) {
        letters.skipSpace();
        for (String form : List.of(word, sign)) {
            if (letters.sees(form)) {
                letters.goTo(letters.at() + form.length());
                return true;
            }
        }
        return false;
    }

    private boolean atOperator() {
        return letters.sees("AND") || letters.sees("OR") || letters.sees("&&") || letters.sees("||");
    }

    /** Whether another clause follows without an operator. */
    private boolean another() {
        letters.skipSpace();
        return !letters.ended() && letters.here() != ')' && !letters.sees("OR") && !letters.sees("||");
    }

    private static List<Clause> asked(List<Clause> clauses) {
        return clauses.stream()
                .filter(clause -> !(clause instanceof Clause.Nothing))
                .toList();
    }
}
