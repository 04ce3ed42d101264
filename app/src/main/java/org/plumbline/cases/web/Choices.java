package org.plumbline.cases.web;

import java.util.Arrays;
import java.util.List;
import org.plumbline.access.Standing;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.Subject;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;

/** Closed choices of forms, in the reader's words. */
public final class Choices {
    private Choices() {}

    public static List<Option> types(Texts texts) {
        return Arrays.stream(CaseType.values())
                .map(t -> option(texts, "cases.type.", t.code()))
                .toList();
    }

    public static List<Option> caveats(Texts texts) {
        return Arrays.stream(Caveat.values())
                .map(c -> option(texts, "cases.caveat.", c.code()))
                .toList();
    }

    /** A caveat by its code; one that another installation has and this one has not stays as it is. */
    public static String caveat(Texts texts, String code) {
        return Arrays.stream(Caveat.values()).anyMatch(c -> c.code().equals(code))
                ? texts.say("cases.caveat." + code)
                : code;
    }

    public static List<Option> kinds(Texts texts) {
        return Arrays.stream(Subject.Kind.values())
                .map(k -> option(texts, "cases.subject.kind.", k.code()))
                .toList();
    }

    public static List<Option> roles(Texts texts) {
        return Arrays.stream(Subject.Role.values())
                .map(r -> option(texts, "cases.subject.role.", r.code()))
                .toList();
    }

    public static List<Option> standings(Texts texts) {
        return Arrays.stream(Standing.values())
                .map(s -> option(texts, "cases.standing.", s.code()))
                .toList();
    }

    private static Option option(Texts texts, String prefix, String code) {
        return new Option(code, texts.say(prefix + code));
    }
}
