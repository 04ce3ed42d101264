package org.plumbline.search.web;

import java.util.List;
import org.plumbline.cases.CaseNumbers;
import org.plumbline.cases.web.HomeNotices;
import org.plumbline.search.saved.Alerts;
import org.springframework.stereotype.Component;

/** What is new for a person's alerts, on the page where they begin: that there is something, never what. */
@Component
class AlertNotices implements HomeNotices {
    private final Alerts alerts;
    private final CaseNumbers numbers;

    AlertNotices(Alerts alerts, CaseNumbers numbers) {
        this.alerts = alerts;
        this.numbers = numbers;
    }

    @Override
    public List<Notice> own() {
        return alerts.mine().stream().map(this::notice).toList();
    }

    private Notice notice(Alerts.Line line) {
        var caseId = line.alert().stamp().caseId().orElseThrow();
        return new Notice(
                line.search().name(),
                "/cases/" + caseId + "/alerts/" + line.alert().id(),
                numbers.number(caseId),
                line.alert().unread());
    }
}
