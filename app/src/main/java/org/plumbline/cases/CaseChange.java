package org.plumbline.cases;

import java.util.ArrayList;
import java.util.Optional;

/** What may change in a case file; absent parts stay. */
public record CaseChange(
        Optional<String> title, Optional<Caveat> caveat, Optional<String> question, Optional<Boolean> open) {

    CaseFile of(CaseFile old) {
        return new CaseFile(
                old.id(),
                old.stamp(),
                old.number(),
                title.map(String::strip).filter(t -> !t.isEmpty()).orElse(old.title()),
                old.type(),
                open.orElse(old.open()),
                caveat.orElse(old.caveat()),
                question.map(String::strip).orElse(old.question()),
                old.lead(),
                old.supervisor(),
                old.reviewDue(),
                old.zone(),
                old.authority());
    }

    /** The names of the parts that differ. */
    String differences(CaseFile old) {
        CaseFile changed = of(old);
        var names = new ArrayList<String>();
        if (!changed.title().equals(old.title())) {
            names.add("title");
        }
        if (changed.caveat() != old.caveat()) {
            names.add("caveat");
        }
        if (!changed.question().equals(old.question())) {
            names.add("question");
        }
        if (changed.open() != old.open()) {
            names.add("state");
        }
        return String.join(" ", names);
    }
}
