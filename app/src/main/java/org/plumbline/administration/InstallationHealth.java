package org.plumbline.administration;

import java.util.Comparator;
import java.util.List;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.watching.Finding;
import org.plumbline.watching.Health;
import org.plumbline.watching.RunningParts;
import org.springframework.stereotype.Service;

/** What is there, what is missing and what fails in this installation, for administrators; and what a helper needs. */
@Service
@Application
public class InstallationHealth {
    private static final Action READ = new Action("administration.read-health", Right.ADMINISTER);
    private static final Action BUNDLE = new Action("administration.make-support-bundle", Right.ADMINISTER);

    private final Acts acts;
    private final Health health;
    private final RunningParts parts;

    InstallationHealth(Acts acts, Health health, RunningParts parts) {
        this.acts = acts;
        this.health = health;
        this.parts = parts;
    }

    /** Everything that is looked at, with what fails first, then what is missing. */
    public List<Finding> list() {
        return acts.consult(
                READ,
                Scope.organisation(),
                () -> Noted.of(health.look().stream()
                        .sorted(Comparator.comparing(Finding::state).reversed())
                        .toList()));
    }

    /** A support bundle as an archive; it holds nothing of a case or a person. */
    public byte[] bundle() {
        return acts.perform(BUNDLE, Scope.organisation(), () -> {
            byte[] zip = parts.bundle().zip();
            return Noted.of(zip).with("bytes", zip.length);
        });
    }
}
