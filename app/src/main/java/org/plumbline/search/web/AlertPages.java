package org.plumbline.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.cases.Subject;
import org.plumbline.cases.Subjects;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.identity.Members;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refusal;
import org.plumbline.search.saved.Alert;
import org.plumbline.search.saved.Alerts;
import org.plumbline.search.saved.SavedSearch;
import org.plumbline.search.saved.SavedSearches;
import org.plumbline.site.Form;
import org.plumbline.site.web.FrameFactory;
import org.plumbline.site.web.Option;
import org.springframework.stereotype.Component;

/** Makes the pages of alerts. */
@Component
class AlertPages {
    private final Alerts alerts;
    private final SavedSearches searches;
    private final Subjects subjects;
    private final Members members;
    private final CaseHeaders headers;
    private final SearchPages found;
    private final FrameFactory frames;

    AlertPages(
            Alerts alerts,
            SavedSearches searches,
            Subjects subjects,
            Members members,
            CaseHeaders headers,
            SearchPages found,
            FrameFactory frames) {
        this.alerts = alerts;
        this.searches = searches;
        this.subjects = subjects;
        this.members = members;
        this.headers = headers;
        this.found = found;
        this.frames = frames;
    }

    AlertsPage list(CaseId id) {
        CaseHeader header = headers.of(id, "search");
        List<Alerts.Line> lines = alerts.list(id);
        return new AlertsPage(header, lines, names(lines), people(id, lines));
    }

    AlertPage one(CaseId id, UUID alert, HttpServletRequest request, Form form) {
        CaseHeader header = headers.of(id, "search");
        Alerts.Reading reading = alerts.read(id, alert);
        List<Alerts.Line> line = List.of(reading.line());
        var texts = frames.texts(request);
        SearchAddress address = SearchAddress.of(reading.line().search().asked(), header.href() + "/search");
        return new AlertPage(
                new AlertsPage(header, line, names(line), people(id, line)),
                reading.line(),
                address.href(),
                reading.news(),
                reading.results().stream()
                        .map(result -> found.line(result, false, texts))
                        .toList(),
                form);
    }

    AlertFormPage form(CaseId id, UUID search, Form form) {
        CaseHeader header = headers.of(id, "search");
        SavedSearch kept = searches.list(id).stream()
                .filter(each -> each.id().equals(search))
                .findFirst()
                .orElseThrow(Refusal.absent()::asException);
        List<Option> suspects = alerts.suspects(id).stream()
                .map(subject -> new Option(subject.id().toString(), subject.name()))
                .toList();
        return new AlertFormPage(header, kept, suspects, form);
    }

    private Map<MemberId, String> names(List<Alerts.Line> lines) {
        return members.names(lines.stream()
                .map(Alerts.Line::alert)
                .flatMap(alert -> Stream.concat(
                        Stream.of(alert.stamp().recordedBy()), alert.decision().map(Alert.Decision::by).stream()))
                .toList());
    }

    private Map<UUID, String> people(CaseId id, List<Alerts.Line> lines) {
        return lines.stream().allMatch(line -> line.alert().subject().isEmpty())
                ? Map.of()
                : subjects.list(id).stream().collect(Collectors.toMap(Subject::id, Subject::name));
    }
}
