package org.plumbline.search.batch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.documents.mentions.ContactData;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Input;
import org.plumbline.search.index.Problem;
import org.plumbline.search.index.QueryCheck;
import org.plumbline.search.index.QueryNames;

/**
 * The terms of a list, held against the lines of the safeguards.
 *
 * @param all different ones, in their order
 * @param repeated how many rows said one again
 */
record Terms(List<Term> all, int repeated, String charset) {
    /** Safeguard: the most terms of one list. */
    static final int MOST = 1_000;

    /** Safeguard: the most natural persons of one list. */
    static final int MOST_PERSONS = 200;

    private static final int LONGEST = 300;
    private static final Set<String> PERSON = Set.of("person", "natural person", "individual", "people", "human");
    private static final Set<String> OTHER =
            Set.of("organisation", "organization", "company", "contract", "vessel", "matter", "other", "legal entity");

    /** @param row in the file, from 1 */
    record Term(int row, String text, String query, boolean person) {}

    Terms {
        all = List.copyOf(all);
    }

    int persons() {
        return Math.toIntExact(all.stream().filter(Term::person).count());
    }

    Digest digest() {
        return Digest.of(all.stream()
                .map(term -> term.text() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Reads and checks; whatever is wrong is refused, with its row. */
    static Optional<Terms> read(Given given, Persons persons, MarkedColumns marked, Input input) {
        Given.Who who = given.who().isBlank() ? Given.Who.UNSAID : input.choice("who", given.who(), Given.Who.class);
        Optional<Table> table = Table.read(given.list(), given.header(), MOST, input);
        if (table.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> column = column(table.get(), "column", given.column(), input);
        Optional<Integer> kinds =
                given.kinds().isBlank() ? Optional.empty() : column(table.get(), "kinds", given.kinds(), input);
        if (column.isEmpty()) {
            return Optional.empty();
        }
        Terms terms = terms(table.get(), column.get(), kinds, who, given.language(), persons, input);
        terms.check(table.get(), who, kinds.isPresent(), marked, input);
        return Optional.of(terms);
    }

    private static Optional<Integer> column(Table table, String field, String asked, Input input) {
        Optional<Integer> column = table.column(asked);
        if (column.isEmpty()) {
            String there = table.names().isEmpty() ? "1 – " + table.width() : String.join(", ", table.names());
            input.refuse(field, "batch-no-such-column", Map.of("value", asked.strip(), "columns", there));
        }
        return column;
    }

    private static Terms terms(
            Table table,
            int column,
            Optional<Integer> kinds,
            Given.Who who,
            boolean language,
            Persons persons,
            Input input) {
        var seen = new HashSet<String>();
        var all = new ArrayList<Term>();
        int repeated = 0;
        for (Table.Row row : table.rows()) {
            String text = row.cell(column);
            if (text.isEmpty()) {
                continue;
            }
            if (!seen.add(text)) {
                repeated++;
                continue;
            }
            boolean person = kinds.map(at -> isPerson(row, at, input)).orElse(who == Given.Who.PERSONS)
                    || persons.knows(text)
                    || (kinds.isEmpty() && who == Given.Who.UNSAID && Persons.looksLike(text));
            all.add(new Term(row.number(), text, query(row.number(), text, language, input), person));
        }
        return new Terms(all, repeated, table.charset());
    }

    private static boolean isPerson(Table.Row row, int column, Input input) {
        String kind = row.cell(column).toLowerCase(Locale.ROOT);
        if (!PERSON.contains(kind) && !OTHER.contains(kind)) {
            input.refuse("list", "batch-row-of-no-kind", Map.of("row", "" + row.number(), "value", row.cell(column)));
        }
        return PERSON.contains(kind);
    }

    private static String query(int row, String text, boolean language, Input input) {
        if (text.length() > LONGEST) {
            input.refuse("list", "batch-row-too-long", Map.of("row", "" + row, "most", "" + LONGEST));
        }
        ContactData.in(text)
                .ifPresent(found ->
                        input.refuse("list", "batch-row-of-contact-data", Map.of("row", "" + row, "value", found)));
        if (QueryNames.words(text).isEmpty()) {
            input.refuse("list", "batch-row-without-words", Map.of("row", "" + row, "value", text));
        }
        String query = language ? text : '"' + text.replaceAll("[\"“”„«»]", " ") + '"';
        Optional<Problem> problem = QueryCheck.problem(query);
        problem.ifPresent(found -> input.refuse(
                "list", "batch-row-unreadable", Map.of("row", "" + row, "value", text, "at", "" + (found.at() + 1))));
        return query;
    }

    private void check(Table table, Given.Who who, boolean kinds, MarkedColumns marked, Input input) {
        if (all.isEmpty()) {
            input.refuse("list", "field-missing", Map.of());
        }
        if (all.size() > MOST || table.rows().size() > MOST) {
            input.refuse("list", "batch-too-many", Map.of("most", "" + MOST));
        }
        if (persons() > MOST_PERSONS) {
            input.refuse(
                    "list",
                    who == Given.Who.UNSAID && !kinds ? "batch-too-many-recognised" : "batch-too-many-persons",
                    Map.of("count", "" + persons(), "most", "" + MOST_PERSONS));
        }
        boolean nobody = persons() == 0 && (kinds || who == Given.Who.NOBODY);
        if (!nobody) {
            marked.in(table.names())
                    .ifPresent(name -> input.refuse("list", "batch-column-marked", Map.of("value", name)));
        }
    }
}
