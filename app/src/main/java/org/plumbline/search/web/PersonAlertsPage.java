package org.plumbline.search.web;

import java.util.List;
import java.util.Map;
import org.plumbline.kernel.MemberId;
import org.plumbline.search.saved.PersonAlert;

/**
 * Alerts about persons, newest first.
 *
 * @param next address of the next page; empty when there is none
 */
public record PersonAlertsPage(List<PersonAlert> alerts, Map<MemberId, String> names, String next) {
    public PersonAlertsPage {
        alerts = List.copyOf(alerts);
        names = Map.copyOf(names);
    }

    public String name(MemberId member) {
        return names.getOrDefault(member, "");
    }
}
