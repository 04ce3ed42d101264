package org.plumbline.administration;

import org.plumbline.cases.CaseNumbering;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** What the next case would be numbered, for administrators; no number is taken by it and no case shown. */
@Service
@Application
public class NumberPreview {
    private static final Action PREVIEW = new Action("administration.preview-number", Right.ADMINISTER);

    private final Acts acts;
    private final CaseNumbering numbering;

    NumberPreview(Acts acts, CaseNumbering numbering) {
        this.acts = acts;
        this.numbering = numbering;
    }

    /** The number that a case opened now would get, were the acting person's organisation so. */
    public String next(Organisation imagined) {
        return acts.consult(PREVIEW, Scope.organisation(), () -> {
            String number = numbering.next(imagined);
            return Noted.of(number).with("scheme", imagined.numberScheme().pattern());
        });
    }
}
