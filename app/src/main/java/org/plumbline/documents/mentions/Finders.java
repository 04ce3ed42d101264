package org.plumbline.documents.mentions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.plumbline.documents.mentions.KnownNames.Known;

/**
 * Finds the mentions of a text, stretch by stretch: a text of any length takes bounded memory, and finding ends where
 * the caller says or where a text holds more mentions than anybody looks at.
 */
final class Finders {
    /** Most mentions that are given of one text. */
    static final int MOST = 2000;

    private static final int STRETCH = 32_768;
    private static final int LEAD = 256;
    private static final int TAIL = 2304;

    private static final List<Finder> ALL = List.of(
            new BankNumbers(),
            new Wallets(),
            new CompanyNumbers(),
            new Craft(),
            new Addresses(),
            new Phones(),
            new Amounts(),
            new Days(),
            new Organisations(),
            new People(),
            new PlaceNames());

    private Finders() {}

    /**
     * What was found.
     *
     * @param mentions in the order of the text, none overlapping another
     * @param upTo how far the text was looked at; its length where it was looked at to the end
     */
    record Found(List<Mention> mentions, int upTo) {
        Found {
            mentions = List.copyOf(mentions);
        }
    }

    /** Every mention that the rules find, until {@code wanted} says no. */
    static Found find(String text, String language, BooleanSupplier wanted) {
        return find(text, language, ALL, wanted);
    }

    /** The places of names that a case knows. */
    static Found known(String text, List<Known> names, BooleanSupplier wanted) {
        var trie = new NameTrie<Known>();
        names.forEach(n -> trie.put(n.name(), n));
        return find(text, "", List.of(new CaseNames(trie)), wanted);
    }

    private static Found find(String text, String language, List<Finder> finders, BooleanSupplier wanted) {
        var kept = new ArrayList<Mention>();
        int from = 0;
        // The first stretch is always looked at: reading the lists of names for the first time takes a while too.
        while (from < text.length() && kept.size() < MOST && (from == 0 || wanted.getAsBoolean())) {
            int to = Math.min(text.length(), from + STRETCH);
            int begin = Math.max(0, from - LEAD);
            String around = text.substring(begin, Math.min(text.length(), to + TAIL));
            var found = new ArrayList<Mention>();
            var stretch = new Stretch(around, begin, from - begin, to - begin, language, found::add);
            finders.forEach(finder -> finder.find(stretch));
            keep(found, kept);
            from = to;
        }
        boolean full = kept.size() >= MOST;
        List<Mention> most = full ? kept.subList(0, MOST) : kept;
        return new Found(most, full ? most.getLast().end() : from);
    }

    /** Of those that overlap the surest stays, and of equally sure ones the longest. */
    private static void keep(List<Mention> found, List<Mention> kept) {
        int before = kept.isEmpty() ? 0 : kept.getLast().end();
        found.sort(Comparator.comparingDouble(Mention::confidence)
                .reversed()
                .thenComparingInt(m -> m.start() - m.end())
                .thenComparingInt(Mention::start)
                .thenComparing(Mention::kind));
        var apart = new TreeMap<Integer, Mention>();
        for (Mention each : found) {
            var left = apart.floorEntry(each.end() - 1);
            boolean taken = left != null && left.getValue().end() > each.start();
            if (!taken && each.start() >= before) {
                apart.put(each.start(), each);
            }
        }
        kept.addAll(apart.values());
    }

    /** Joins two sets in the order of the text; where they overlap, the surer one stays. */
    static List<Mention> joined(List<Mention> some, List<Mention> others) {
        var all = new ArrayList<Mention>(some);
        all.addAll(others);
        var joined = new ArrayList<Mention>();
        keep(all, joined);
        return List.copyOf(joined);
    }

    /** Names of the case's own entities, whole words, whatever their case and accents. */
    private record CaseNames(NameTrie<Known> names) implements Finder {
        @Override
        public String name() {
            return "case-names";
        }

        @Override
        public void find(Stretch stretch) {
            names.find(
                    stretch.text(),
                    (start, end, known) ->
                            stretch.add(known.kind(), start, end, known.name(), 0.96, Ground.KNOWN_NAME, name()));
        }
    }
}
