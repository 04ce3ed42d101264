package org.plumbline.acceptance.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.plumbline.acceptance.Installation;

/**
 * When the power is cut: a cut comes a moment after so many files have been acknowledged, so that each falls into the
 * work, however fast the machine is; the last ones come when everything was sent and is being read.
 */
final class Cuts {
    private static final int LONGEST_WAIT_MS = 1_500;

    private final List<Cut> planned;

    /** What ends. */
    enum Kind {
        APPLICATION,
        /** And the application a moment later, which had time to notice. */
        POSTGRESQL_FIRST,
        BOTH;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One cut.
     *
     * @param after so many files have been acknowledged
     * @param delay and then so long
     */
    record Cut(int after, Duration delay, Kind kind) {}

    private Cuts(List<Cut> planned) {
        this.planned = List.copyOf(planned);
    }

    /** Plans cuts over the sending of so many files. */
    static Cuts plan(int cuts, int files, Random random) {
        int late = Math.max(1, cuts / 5);
        var planned = new ArrayList<Cut>();
        for (int i = 0; i < cuts; i++) {
            int band = files / (cuts - late + 1);
            int after = i < cuts - late ? i * band + random.nextInt(Math.max(1, band)) : files;
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            planned.add(new Cut(after, Duration.ofMillis(random.nextInt(LONGEST_WAIT_MS)), kind));
        }
        return new Cuts(planned);
    }

    /** Those that have not been made. */
    List<Cut> after(int made) {
        return planned.subList(Math.min(made, planned.size()), planned.size());
    }

    int count() {
        return planned.size();
    }

    /** Makes a cut; the installation is down afterwards. */
    static void make(Cut cut, Installation installation) {
        LockSupport.parkNanos(cut.delay().toNanos());
        switch (cut.kind()) {
            case BOTH -> installation.kill9();
            case APPLICATION -> installation.killApplication();
            case POSTGRESQL_FIRST -> {
                installation.database().kill();
                // Time for the application to notice, and to do something about it.
                LockSupport.parkNanos(cut.delay().toNanos() / 4);
                installation.kill9();
            }
        }
    }
}
