package org.plumbline.jobs;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that is done again and again while the server runs, after a pause each, in a thread of its own. */
public final class Rounds {
    private final String name;
    private final Duration pause;
    private final Runnable round;
    private volatile CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean running;

    /**
     * @param name of the thread
     * @param round what is done; a failure that it lets out ends the rounds
     */
    public Rounds(String name, Duration pause, Runnable round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
    }

    /** Begins with a pause. */
    public void start() {
        running = true;
        ended = new CountDownLatch(1);
        Thread.ofVirtual().name(name).start(this::work);
    }

    /** Lets a round that is at work come to its end by itself. */
    public void stop() {
        running = false;
        ended.countDown();
    }

    /** Whether they were started and not stopped since. */
    public boolean isRunning() {
        return running;
    }

    /** Whether they were stopped: a long round looks here between its steps. */
    public boolean hasEnded() {
        return ended.getCount() == 0;
    }

    private void work() {
        CountDownLatch end = ended;
        try {
            while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                round.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
