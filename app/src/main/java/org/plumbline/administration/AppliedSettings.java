package org.plumbline.administration;

import java.util.List;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.settings.Resolved;
import org.plumbline.settings.Settings;
import org.springframework.stereotype.Service;

/** The settings this server was started with, for administrators; no secret is among them. */
@Service
@Application
public class AppliedSettings {
    private static final Action READ = new Action("administration.read-settings", Right.ADMINISTER);

    private final Acts acts;
    private final Settings settings;

    AppliedSettings(Acts acts, Settings settings) {
        this.acts = acts;
        this.settings = settings;
    }

    /** Every setting with its value and where that comes from, in the order of the documentation. */
    public List<Resolved> list() {
        return acts.consult(READ, Scope.organisation(), () -> Noted.of(settings.all()));
    }
}
