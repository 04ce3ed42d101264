package org.plumbline.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.plumbline.watching.Finding;
import org.plumbline.watching.HealthCheck;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether background work goes on. */
@Component
@Order(40)
class JobHealth implements HealthCheck, MeterBinder {
    /** Work that is due starts within seconds, while others of it run within minutes. */
    private static final Duration MOST_WAIT = Duration.ofMinutes(15);

    private final JobTable table;
    private final OverviewTable overview;
    private final Clock clock;

    JobHealth(JobTable table, OverviewTable overview, Clock clock) {
        this.table = table;
        this.overview = overview;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        JobTable.Queue queue = table.queue(clock.instant());
        if (queue.lost() > 0) {
            return List.of(Finding.failing("jobs", "lost", "lost", queue.lost()));
        }
        if (queue.oldestSeconds() > MOST_WAIT.toSeconds()) {
            return List.of(Finding.failing(
                    "jobs", "stuck", "waiting", queue.waiting(), "minutes", queue.oldestSeconds() / 60));
        }
        if (queue.retried() > 0) {
            return List.of(Finding.failing("jobs", "retried", "retried", queue.retried()));
        }
        return List.of(Finding.good("jobs", "going", "waiting", queue.waiting(), "running", queue.running()));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        figure(registry, "plumbline.jobs.waiting", "Background work that is due", JobTable.Queue::waiting);
        figure(registry, "plumbline.jobs.running", "Background work that is done now", JobTable.Queue::running);
        figure(registry, "plumbline.jobs.retried", "Work that failed and is tried again", JobTable.Queue::retried);
        Gauge.builder("plumbline.jobs.failed", overview, OverviewTable::failed)
                .description("Background work that failed and was not begun again")
                .register(registry);
        figure(
                registry,
                "plumbline.jobs.oldest.seconds",
                "Since when the oldest is due",
                JobTable.Queue::oldestSeconds);
    }

    private void figure(MeterRegistry registry, String name, String what, ToDoubleFunction<JobTable.Queue> of) {
        Gauge.builder(name, table, from -> of.applyAsDouble(from.queue(clock.instant())))
                .description(what)
                .register(registry);
    }
}
