package org.plumbline.audit;

import java.time.Clock;
import org.plumbline.access.Decision;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Noted;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The application's own recorder, and nothing at all in its place while a round measures what entries cost. */
@Component
@Primary
@ConditionalOnProperty("plumbline.bench.audited")
public class SwitchedRecorder extends Recorder {
    private volatile boolean records = true;

    SwitchedRecorder(EntryTable table, Ids ids, Clock clock) {
        super(table, ids, clock);
    }

    /** Whether acts are recorded from now on. */
    public void records(boolean now) {
        records = now;
    }

    @Override
    void record(Acting acting, Action action, Decision.Allowed on, Noted<?> noted) {
        if (records) {
            super.record(acting, action, on, noted);
        }
    }
}
