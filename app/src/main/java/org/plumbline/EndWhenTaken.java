package org.plumbline;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.plumbline.postgres.RecordsTaken;
import org.springframework.context.ApplicationListener;

/** Ends the process once another has taken its database, as a kill would where it doesn't end in order. */
final class EndWhenTaken implements ApplicationListener<RecordsTaken> {
    private static final int REFUSED = 1;
    private static final long PATIENCE_SECONDS = 30;

    @Override
    public void onApplicationEvent(RecordsTaken taken) {
        // Not on the caller's thread, which the end waits for.
        Thread.ofPlatform().name("end-in-order").daemon().start(() -> System.exit(REFUSED));
        Thread.ofPlatform().name("end-at-last").daemon().start(() -> {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
            Runtime.getRuntime().halt(REFUSED);
        });
    }
}
