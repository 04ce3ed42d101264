package org.plumbline.acceptance.faults;

import java.io.IOException;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.CommandRun;
import org.plumbline.acceptance.Deadline;

/** Takes the room from the disk and gives it back; then lets the kernel close it. */
final class DiskFaults {
    private static final long BELOW_RESERVE = 60L << 20;

    private final Office office;
    private final Work work;
    private final Findings findings;

    DiskFaults(Office office, Work work, Findings findings) {
        this.office = office;
        this.work = work;
        this.findings = findings;
    }

    /** Below the reserve writes are refused and readings go on; without any room nothing confirmed is lost. */
    void full(int rounds) throws IOException {
        for (int round = 0; round < rounds; round++) {
            findings.begins("Disk: below its reserve");
            office.ground().fill(BELOW_RESERVE);
            refused("disk-reserve");
            findings.equal("a reading below the reserve", work.read().status(), 200);
            findings.equal("health below the reserve", office.health("disk"), "closed");
            findings.begins("Disk: full");
            office.ground().fill(0);
            refused("disk-full");
            office.ground().free();
            int before = work.done();
            findings.holds(
                    "work goes on once the disk has room", Deadline.met(Office.SOON, () -> work.done() > before + 5));
            findings.holds("the watchdog is told so", office.soon("200 ok"));
            findings.more("disk_filled");
        }
    }

    /** Nobody works now: after such a fault the file system has to be mounted anew. */
    void readOnly() throws IOException {
        findings.begins("Disk: closed to writes");
        office.ground().breakOff();
        findings.holds("the watchdog is told that the disk is read-only", office.soon("503 disk-read-only"));
        refused("disk-read-only");
        Api.Answer reading = work.read();
        findings.equal("a reading that could not be recorded", reading.status(), 503);
        findings.equal("its code", reading.body().path("code").asString("none"), "disk-read-only");
        office.installation().kill9();
        CommandRun start =
                CommandRun.of("serve", "--data", office.installation().data().toString(), "--port", "0");
        findings.equal("a start over a read-only folder", start.exit(), 1);
        findings.holds(
                "it names the folder: " + start.said(),
                start.said().contains("The data folder " + office.installation().data() + " can't be written"));
        office.ground().mend();
        office.installation().restart();
        findings.equal("a write after the disk was mended", work.write().status(), 201);
        findings.more("disk_closed_to_writes");
    }

    private void refused(String code) {
        boolean told = Deadline.met(Office.SOON, () -> {
            try {
                Api.Answer answer = work.write();
                return answer.status() == 503
                        && answer.body().path("code").asString("none").equals(code);
            } catch (IOException cut) {
                return false;
            }
        });
        findings.holds("a write is refused with " + code, told);
    }
}
