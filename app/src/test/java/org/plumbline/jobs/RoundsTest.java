package org.plumbline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final Semaphore done = new Semaphore(0);
    private final Rounds rounds = new Rounds("test", Duration.ofMillis(1), done::release);

    @Test
    void oneFollowsTheOtherUntilTheyAreStopped() throws InterruptedException {
        assertThat(rounds.isRunning()).isFalse();
        assertThat(rounds.hasEnded()).isFalse();

        rounds.start();

        assertThat(rounds.isRunning()).isTrue();
        assertThat(done.tryAcquire(3, 1, TimeUnit.MINUTES)).isTrue();
        rounds.stop();
        assertThat(rounds.isRunning()).isFalse();
        assertThat(rounds.hasEnded()).isTrue();
    }

    @Test
    void whatWasStoppedCanBeStartedAgain() throws InterruptedException {
        rounds.start();
        rounds.stop();

        rounds.start();

        assertThat(rounds.hasEnded()).isFalse();
        done.drainPermits();
        assertThat(done.tryAcquire(2, 1, TimeUnit.MINUTES)).isTrue();
        rounds.stop();
    }
}
