package org.plumbline.entities;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.ftm.FtmReader;
import org.plumbline.engine.model.ftm.FtmRow;
import org.plumbline.engine.model.ftm.FtmTally;
import org.plumbline.jobs.Job;
import org.plumbline.jobs.JobRun;
import org.springframework.stereotype.Component;

/**
 * Reads a received file batch by batch. Each batch and the line it reached are one transaction, so a run that was cut
 * off goes on after the last whole batch.
 */
@Component
class ImportJob implements Job {
    static final String KIND = "import";

    private static final int BATCH = 500;

    private final Vocabulary vocabulary;
    private final Policy policy;
    private final ImportStep step;
    private final ImportFiles files;

    ImportJob(Vocabulary vocabulary, Policy policy, ImportStep step, ImportFiles files) {
        this.vocabulary = vocabulary;
        this.policy = policy;
        this.step = step;
        this.files = files;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun job) {
        UUID id = UUID.fromString(job.data());
        ImportRun run = step.find(job.caseId(), id);
        if (run.done()) {
            return;
        }
        try {
            var reading = new Reading(job, run, lines(files.path(id)));
            try (InputStream in = new BufferedInputStream(Files.newInputStream(files.path(id)))) {
                reading.finish(new FtmReader(vocabulary, policy).read(in, reading::take));
            }
            files.delete(id);
        } catch (Stopped e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) throws IOException {
        long lines = 1;
        try (InputStream in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }

    /** Ends the reading of a file when the application stops; what is done stays done. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("the application stops", null, false, false);
        }
    }

    private final class Reading {
        private final JobRun job;
        private final ImportRun run;
        private final long total;
        private final List<FtmRow> batch = new ArrayList<>(BATCH);

        Reading(JobRun job, ImportRun run, long total) {
            this.job = job;
            this.run = run;
            this.total = total;
        }

        void take(FtmRow row) {
            if (row.line() <= run.counts().lines()) {
                return;
            }
            batch.add(row);
            if (batch.size() == BATCH) {
                step.store(job.caseId(), run, batch, row.line(), 0, false);
                batch.clear();
                job.progress(row.line(), total);
                if (job.shouldStop()) {
                    throw new Stopped();
                }
            }
        }

        void finish(FtmTally tally) {
            step.store(job.caseId(), run, batch, tally.lines(), tally.blank(), true);
            job.progress(tally.lines(), tally.lines());
        }
    }
}
