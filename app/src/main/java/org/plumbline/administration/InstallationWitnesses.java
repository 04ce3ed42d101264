package org.plumbline.administration;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.plumbline.audit.log.Outsiders;
import org.plumbline.audit.log.TrailOutside;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Who outside vouches for this installation's trail, for administrators; and asking them now. */
@Service
@Application
public class InstallationWitnesses {
    private static final Action READ = new Action("administration.read-witnesses", Right.ADMINISTER);
    private static final Action ASK = new Action("administration.ask-witnesses", Right.ADMINISTER);
    private static final Action STAMP = new Action("administration.ask-for-time", Right.ADMINISTER);

    private final Acts acts;
    private final Outsiders outsiders;

    InstallationWitnesses(Acts acts, Outsiders outsiders) {
        this.acts = acts;
        this.outsiders = outsiders;
    }

    /** How far all have come. */
    public TrailOutside list() {
        return acts.consult(READ, Scope.organisation(), () -> Noted.of(all()));
    }

    /**
     * Asks all witnesses now. They are asked after the act is committed: while it is open nothing newer is sealed, and
     * one that is slow would hold that up.
     */
    public TrailOutside ask() {
        acts.perform(ASK, Scope.organisation(), () -> Noted.of(true));
        try {
            outsiders.askWitnesses();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return all();
    }

    /** Asks for a timestamp over the newest checkpoint now, likewise after the act is committed. */
    public Outsiders.Answer askForTime() {
        acts.perform(STAMP, Scope.organisation(), () -> Noted.of(true));
        try {
            return outsiders.askForTime();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outsiders.Answer.FAILED;
        }
    }

    private TrailOutside all() {
        try {
            return outsiders.all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
