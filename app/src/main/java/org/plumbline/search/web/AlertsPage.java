package org.plumbline.search.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.kernel.MemberId;
import org.plumbline.search.saved.Alert;
import org.plumbline.search.saved.Alerts;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;

/**
 * Alerts of a case.
 *
 * @param names of members
 * @param people names of the suspects whom alerts are about
 */
public record AlertsPage(
        CaseHeader header, List<Alerts.Line> lines, Map<MemberId, String> names, Map<UUID, String> people) {
    public AlertsPage {
        lines = List.copyOf(lines);
        names = Map.copyOf(names);
        people = Map.copyOf(people);
    }

    public String href(Alerts.Line line) {
        return header.href() + "/alerts/" + line.alert().id();
    }

    public String by(Alerts.Line line) {
        return name(line.alert().stamp().recordedBy());
    }

    public String name(MemberId member) {
        return names.getOrDefault(member, "");
    }

    /** Whom it is about; empty for what is nobody. */
    public String person(Alerts.Line line) {
        return line.alert().subject().map(id -> people.getOrDefault(id, "")).orElse("");
    }

    public Mark state(Alerts.Line line, Texts texts) {
        String word = texts.say("search.alert.state." + line.state().code());
        return switch (line.state()) {
            case RUNNING -> Mark.running(word);
            case WAITING -> Mark.warn(word);
            case DECLINED -> Mark.bad(word);
            case OVER, ENDED -> Mark.waiting(word);
        };
    }

    /** Whether it can still be ended by the reader. */
    public boolean mayEnd(Alerts.Line line) {
        boolean stands = line.state() == Alert.State.RUNNING || line.state() == Alert.State.WAITING;
        return stands && header.mayWrite() && (line.mine() || header.mayDecide());
    }
}
