package org.plumbline.bench;

import org.jspecify.annotations.Nullable;

/**
 * One line of a benchmark's result, with the fields of the contract.
 *
 * @param measure what was measured, in words
 * @param plumbline median of ours
 * @param peer what it is held beside
 * @param peerConfig version, threads, memory, durability, warm-up, data of the peer
 * @param peerValue median of the peer
 * @param limit the physical limit in the same unit; absent where none was measured
 * @param ratio plumbline / peer
 * @param goal what is aimed at; absent while no figure is set
 * @param met whether the goal is met; absent while no figure is set
 */
public record Row(
        String id,
        String measure,
        String unit,
        double plumbline,
        String peer,
        String peerConfig,
        double peerValue,
        @Nullable Double limit,
        double ratio,
        Spread spread,
        @Nullable String goal,
        @Nullable Boolean met,
        String note) {

    /** What is measured in a row. */
    public record Measure(String id, String words, String unit) {}

    /** What ours is held beside. */
    public record Peer(String name, String config) {}

    /** The lowest and highest round of each side. */
    public record Spread(Range plumbline, Range peer) {}

    /** Lowest and highest. */
    public record Range(double low, double high) {}

    /** A row without a goal out of the rounds of both sides. */
    public static Row of(Measure measure, Peer peer, Rounds rounds, String note) {
        double ours = Rounds.median(rounds.ours());
        double theirs = Rounds.median(rounds.peer());
        return new Row(
                measure.id(),
                measure.words(),
                measure.unit(),
                Rounds.rounded(ours),
                peer.name(),
                peer.config(),
                Rounds.rounded(theirs),
                null,
                Rounds.rounded(ours / theirs),
                new Spread(Rounds.range(rounds.ours()), Rounds.range(rounds.peer())),
                null,
                null,
                note);
    }

    /** The same with a goal: the ratio is to be no less. */
    public Row atLeast(double least) {
        return judged("ratio at least " + least, ratio >= least);
    }

    /** The same with a goal: the ratio is to be no more. */
    public Row atMost(double most) {
        return judged("ratio at most " + most, ratio <= most);
    }

    private Row judged(String aim, boolean reached) {
        return new Row(
                id, measure, unit, plumbline, peer, peerConfig, peerValue, limit, ratio, spread, aim, reached, note);
    }
}
