package org.plumbline.jobs;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.RefResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A job is called by its title and read on its page in its case. */
@Component
class JobRefs implements RefResolver {
    private final JobTable table;
    private final TransactionTemplate reading;

    JobRefs(JobTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public Set<String> kinds() {
        return Set.of("job");
    }

    @Override
    public Map<Ref, Named> resolve(Collection<Ref> refs) {
        var named = new HashMap<Ref, Named>();
        reading.executeWithoutResult(status -> refs.forEach(ref -> table.find(new JobId(ref.id()))
                .filter(job -> job.stamp().caseId().isPresent())
                .ifPresent(job -> named.put(ref, new Named(job.title(), href(job))))));
        return named;
    }

    private static String href(JobRecord job) {
        return "/cases/" + job.stamp().caseId().orElseThrow() + "/jobs/"
                + job.id().value();
    }
}
