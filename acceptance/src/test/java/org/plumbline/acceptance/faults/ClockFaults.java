package org.plumbline.acceptance.faults;

import java.io.IOException;
import java.time.Duration;
import org.plumbline.acceptance.Deadline;

/** Lets the clock jump, forward by days and back by hours, while people work and across a start. */
final class ClockFaults {
    private final Office office;
    private final Work work;
    private final Findings findings;

    ClockFaults(Office office, Work work, Findings findings) {
        this.office = office;
        this.work = work;
        this.findings = findings;
    }

    void run() throws IOException {
        jump(Duration.ofDays(3), "forward");
        findings.equal("the database's clock beside it", office.health("clocks"), "apart");
        jump(Duration.ofHours(-5), "back");
        findings.begins("Clock: a start before the newest entry");
        office.installation().restart();
        findings.equal("a write after that start", work.write().status(), 201);
        findings.equal("health after that start", office.health("times"), "back");
        office.shift(Duration.ZERO);
    }

    private void jump(Duration to, String said) throws IOException {
        findings.begins("Clock: set by " + to);
        office.shift(to);
        int before = work.done();
        findings.holds("work goes on under that clock", Deadline.met(Office.SOON, () -> {
            try {
                return work.write().status() == 201 && work.done() > before + 2;
            } catch (IOException cut) {
                return false;
            }
        }));
        findings.equal("health of the clock after " + to, office.health("clock"), "jumped");
        findings.equal("times on the trail after " + to, office.health("times"), said);
        findings.holds("the trail is sealed under that clock", Deadline.met(Office.SOON, () -> {
            try {
                return office.health("trail").equals("sealed");
            } catch (IOException cut) {
                return false;
            }
        }));
        findings.more("clock_jumps");
    }
}
