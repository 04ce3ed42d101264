package org.plumbline.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * What the rounds gave, ours and the peer's in turn.
 *
 * @param ours a figure for each round
 * @param peer a figure for each round
 */
public record Rounds(List<Double> ours, List<Double> peer) {
    private static final MathContext DIGITS = new MathContext(4);

    public Rounds {
        ours = List.copyOf(ours);
        peer = List.copyOf(peer);
        if (ours.isEmpty() || ours.size() != peer.size()) {
            throw new IllegalArgumentException("As many rounds of ours as of the peer's, and at least one: "
                    + ours.size() + " and " + peer.size());
        }
    }

    /** Measures both sides in turn, so that what changes on the machine meanwhile touches both alike. */
    public static Rounds alternating(int rounds, DoubleSupplier ours, DoubleSupplier peer) {
        var own = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                own.add(ours.getAsDouble());
                theirs.add(peer.getAsDouble());
            } else {
                theirs.add(peer.getAsDouble());
                own.add(ours.getAsDouble());
            }
        }
        return new Rounds(own, theirs);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static Row.Range range(List<Double> values) {
        return new Row.Range(
                rounded(values.stream().min(Double::compare).orElseThrow()),
                rounded(values.stream().max(Double::compare).orElseThrow()));
    }

    /** Four digits: more would claim what no round repeats. */
    static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }
}
