package org.plumbline.acceptance.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Deadline;
import tools.jackson.databind.JsonNode;

/** Ends the processes that read files, in the middle of one and again and again. */
final class ForkFaults {
    private static final String WORKER = "org.plumbline.documents.extract.worker.Worker";
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final int FILES = 4;

    private final Office office;
    private final Work work;
    private final Findings findings;

    ForkFaults(Office office, Work work, Findings findings) {
        this.office = office;
        this.work = work;
        this.findings = findings;
    }

    void run(int kills) throws IOException {
        findings.begins("Reading: its processes are killed");
        Api api = office.investigator();
        String ingestion = ingestion(api, "Papers", FILES);
        int made = 0;
        long end = System.nanoTime() + Office.SOON.toNanos();
        while (made < kills && open(api, ingestion) && System.nanoTime() < end) {
            made += kill();
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        findings.count("reading_processes_killed", made);
        findings.holds("a process that read was found and killed", made > 0);
        findings.holds(
                "every file whose reading was killed ended in a final state",
                Deadline.met(Office.SOON.multipliedBy(2), () -> !open(api, ingestion)));
        String next = ingestion(api, "Papers after", 1);
        findings.holds("the next file is read", Deadline.met(Office.SOON, () -> !open(api, next)));
        for (JsonNode item : api.all(next + "/items", "after")) {
            findings.equal("the next file", item.required("state").asString(), "indexed");
        }
    }

    private int kill() {
        List<ProcessHandle> readers = ProcessHandle.of(office.installation().processId()).stream()
                .flatMap(ProcessHandle::descendants)
                .filter(ForkFaults::isReader)
                .toList();
        readers.forEach(ProcessHandle::destroyForcibly);
        return readers.size();
    }

    /** By the kernel's word: the JDK leaves out command lines as long as a class path makes them. */
    private static boolean isReader(ProcessHandle process) {
        try {
            return Files.readString(
                            Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1)
                    .contains(WORKER);
        } catch (IOException gone) {
            return false;
        }
    }

    private String ingestion(Api api, String title, int files) throws IOException {
        String path = work.path() + "/ingestions/"
                + api.send("POST", work.path() + "/ingestions", Map.of("title", title))
                        .expect(201)
                        .text("id");
        for (int i = 0; i < files; i++) {
            byte[] paper = (title + " " + i + ", one order for the quay.\n")
                    .repeat(50 + i)
                    .getBytes(StandardCharsets.UTF_8);
            api.upload(path + "/files?path=" + Api.encoded(title + "-" + i + ".txt"), paper)
                    .expect(201);
        }
        api.send("POST", path + "/complete", Map.of()).expect(200);
        return path;
    }

    private static boolean open(Api api, String ingestion) {
        try {
            JsonNode said = api.get(ingestion).expect(200).body();
            return !said.has("completed_at") || said.required("open").asLong() > 0;
        } catch (IOException cut) {
            return true;
        }
    }
}
