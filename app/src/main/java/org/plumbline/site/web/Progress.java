package org.plumbline.site.web;

import java.util.List;

/**
 * A job as a page shows it.
 *
 * @param title what the job does
 * @param state its state
 * @param done finished items
 * @param total all items; 0 while they are being counted
 * @param pace short phrases: rate, time left, volume
 * @param outcomes how many items are in each state
 */
public record Progress(String title, Mark state, long done, long total, List<String> pace, List<Outcome> outcomes) {
    /**
     * @param mark the final state
     * @param count items in it
     * @param href where they are listed; empty when nowhere
     */
    public record Outcome(Mark mark, long count, String href) {}

    public Progress {
        pace = List.copyOf(pace);
        outcomes = List.copyOf(outcomes);
    }
}
