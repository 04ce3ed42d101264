package org.plumbline.search.web;

import java.util.Arrays;
import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.search.saved.Alert;
import org.plumbline.search.saved.SavedSearch;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;

/**
 * The form that asks for an alert.
 *
 * @param suspects whom it may be about
 */
public record AlertFormPage(CaseHeader header, SavedSearch search, List<Option> suspects, Form form) {
    public AlertFormPage {
        suspects = List.copyOf(suspects);
    }

    public String href() {
        return header.href() + "/saved-searches/" + search.id() + "/alert";
    }

    /** What an alert can be about; a person only where the case has a suspect. */
    public List<Option> abouts(Texts texts) {
        return Arrays.stream(Alert.About.values())
                .filter(about -> about != Alert.About.PERSON || !suspects.isEmpty())
                .map(about -> new Option(about.code(), texts.say("search.alert.about." + about.code())))
                .toList();
    }
}
