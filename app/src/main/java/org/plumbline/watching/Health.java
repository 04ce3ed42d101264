package org.plumbline.watching;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All checks of all modules, looked at side by side; one that breaks or takes too long is a finding itself. */
@Component
public class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final long PATIENCE_SECONDS = 10;

    private final ObjectProvider<HealthCheck> checks;

    Health(ObjectProvider<HealthCheck> checks) {
        this.checks = checks;
    }

    /** What is found now, in the order of the checks. */
    public List<Finding> look() {
        var findings = new ArrayList<Finding>();
        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Finding>>> looking = checks.orderedStream()
                    .map(check -> side.submit(check::look))
                    .toList();
            looking.forEach(each -> findings.addAll(answered(each)));
        }
        return List.copyOf(findings);
    }

    private static List<Finding> answered(Future<List<Finding>> looking) {
        try {
            return looking.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            LOG.warn("A check of the health broke", e);
            return List.of(Finding.failing("check", "broke"));
        } catch (TimeoutException e) {
            looking.cancel(true);
            return List.of(Finding.failing("check", "late", "seconds", PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Finding.failing("check", "broke"));
        }
    }
}
