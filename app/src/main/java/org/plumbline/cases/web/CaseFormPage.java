package org.plumbline.cases.web;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;

/** A form of a case: change it, or renew its authority. */
public record CaseFormPage(CaseHeader header, Form form) {
    /**
     * A field somebody else changed meanwhile.
     *
     * @param label the field's name
     * @param now what the record says now
     * @param typed what the reader typed
     */
    public record Difference(String label, String now, String typed) {}

    /**
     * What the record says now against what was typed, where both differ; empty unless the form was refused as stale.
     */
    public List<Difference> differences(Texts texts) {
        var found = new ArrayList<Difference>();
        if (form.errors().stream().noneMatch(e -> e.code().equals("version-stale"))) {
            return found;
        }
        add(found, texts.say("cases.field.title"), header.file().title(), form.value("title"));
        String caveat = header.file().caveat().code();
        // A form may come without it, and then says nothing of it.
        String typed = form.value("caveat").isEmpty() ? caveat : form.value("caveat");
        add(
                found,
                texts.say("cases.field.caveat"),
                texts.say("cases.caveat." + caveat),
                texts.say("cases.caveat." + typed));
        add(found, texts.say("cases.field.question"), header.file().question(), form.value("question"));
        return found;
    }

    private static void add(List<Difference> found, String label, String now, String typed) {
        if (!now.equals(typed.strip())) {
            found.add(new Difference(label, now, typed));
        }
    }
}
