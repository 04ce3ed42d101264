package org.plumbline.acceptance;

import java.util.ArrayList;
import java.util.List;

/** People who work at the same time, each in a thread, until this is closed. */
public final class People implements AutoCloseable {
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean ended;

    /** What a person does again and again. */
    @FunctionalInterface
    public interface Turn {
        /**
         * @param name of the person
         * @param number of their turn, from 0
         * @return whether they go on
         */
        boolean take(String name, int number);
    }

    /** Lets this many work. */
    public void begin(int many, Turn turn) {
        for (int person = 0; person < many; person++) {
            String name = "person " + person;
            people.add(Thread.ofVirtual().start(() -> work(name, turn)));
        }
    }

    /** Returns when everybody has ended their turn. */
    @Override
    public void close() {
        ended = true;
        for (Thread person : people) {
            try {
                person.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work(String name, Turn turn) {
        int number = 0;
        while (!ended && turn.take(name, number)) {
            number++;
        }
    }
}
