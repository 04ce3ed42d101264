package org.plumbline.reports.render;

import java.util.List;
import java.util.Map;

/** The facts of the case that open every report, in a fixed order; what nobody recorded is called unknown. */
final class CaseFacts {
    /** A fact with its name and one or more lines. */
    record Fact(String name, List<String> lines) {}

    private CaseFacts() {}

    static List<Fact> of(ReportDocument document, Phrases phrases) {
        CaseHeader header = document.caseHeader();
        return List.of(
                fact("case.number", header.number(), phrases),
                fact("case.title", header.title(), phrases),
                fact("case.state", header.state(), phrases),
                fact("case.authority", header.authority(), phrases),
                fact("case.purpose", header.purpose(), phrases),
                fact("case.organisation", header.organisation(), phrases),
                new Fact(phrases.say("case.team"), team(header, phrases)));
    }

    private static Fact fact(String key, String value, Phrases phrases) {
        return new Fact(phrases.say(key), List.of(phrases.orUnknown(value)));
    }

    private static List<String> team(CaseHeader header, Phrases phrases) {
        return header.team().isEmpty()
                ? List.of(phrases.unknown())
                : header.team().stream()
                        .map(member -> phrases.say(
                                "case.member", Map.of("name", member.name(), "role", phrases.orUnknown(member.role()))))
                        .toList();
    }
}
