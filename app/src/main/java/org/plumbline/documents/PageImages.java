package org.plumbline.documents;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.documents.extract.DrawnPage;
import org.plumbline.documents.extract.Extraction;
import org.plumbline.documents.extract.Outcome;
import org.plumbline.documents.extract.Wanted;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Draws pages of documents in the processes that read files, when somebody looks at them. */
@Service
@Application
public class PageImages {
    private static final Action SHOW = new Action("documents.show-page", Right.READ);

    /** A page of A4 has 154 dots an inch then: small print is read, and a page has some hundred kilobytes. */
    private static final int SIDE = 1800;

    private final Acts acts;
    private final Looks looks;

    PageImages(Acts acts, Looks looks) {
        this.acts = acts;
        this.looks = looks;
    }

    /** A page of a document of a case the acting person may see; looking at it is on the trail. */
    public PageImage of(CaseId caseId, UUID id, int page) {
        Looks.Opened opened = acts.consult(SHOW, Scope.of(caseId), () -> {
            Looks.Opened found = looks.open(caseId, id);
            if (page < 1) {
                throw Refusal.absent().asException();
            }
            return Noted.of(found, found.document().ref()).with("page", page);
        });
        Document document = opened.document();
        return looks.at(
                opened.content(),
                document.item().name(),
                new Wanted.PagePicture(page, side()),
                given -> shown(document, page, given),
                why -> new PageImage(document, page, 0, Optional.empty(), List.of(why)));
    }

    /** No picture has more pixels than one that is read. */
    private int side() {
        return (int) Math.min(SIDE, Math.sqrt((double) looks.limits().pixels()));
    }

    private static PageImage shown(Document document, int page, Extraction given) throws IOException {
        DrawnPage drawn = DrawnPage.of(given);
        List<Reason> why = drawn.picture().isPresent() ? List.of() : why(drawn, page);
        return new PageImage(document, page, drawn.pages(), drawn.picture(), why);
    }

    private static List<Reason> why(DrawnPage drawn, int page) {
        if (drawn.outcome() instanceof Outcome.Encrypted) {
            return List.of(Reason.lookLocked());
        }
        List<Reason> why = Reason.of(drawn.outcome());
        return why.isEmpty() ? List.of(Reason.noSuchPage(page, drawn.pages())) : why;
    }
}
