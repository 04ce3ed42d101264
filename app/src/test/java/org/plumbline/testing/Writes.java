package org.plumbline.testing;

import java.util.List;
import java.util.stream.Stream;
import org.plumbline.testing.EveryWrite.Write;

/** One write for each route of the API that writes, in an order in which each succeeds: the life of one case. */
public final class Writes {
    static final String CASE = "/api/v1/cases/{caseId}";
    static final String UPLOADS = "/api/v1/uploads";
    static final String MEMBERS = "/api/v1/members";

    private static final String MEMBER = MEMBERS + "/{memberId}";

    private Writes() {}

    /** All of them, in their order. */
    public static List<Write> all() {
        return Stream.of(ofACase(), ofTheOrganisation(), ofStorage(), endOfACase(), ofMembers())
                .flatMap(List::stream)
                .toList();
    }

    /** The last of a case: it is gone then. */
    private static List<Write> endOfACase() {
        return List.of(
                write("POST " + CASE + "/erasures", "{'ground': 'Schedule 4', 'reason': 'Its time has come now'}")
                        .naming("caseErasureId"),
                write("POST " + CASE + "/erasures/{caseErasureId}/confirm", "{'number': '{number}'}")
                        .by("other"));
    }

    /** On the organisation and what belongs to it. */
    private static List<Write> ofTheOrganisation() {
        String unit = "/api/v1/units/{unitId}";
        return List.of(
                write("PATCH /api/v1/organisation", "{'zone': 'Europe/Madrid', 'reason': 'The office moved'}")
                        .with("1"),
                write("POST /api/v1/storage/quotas", "{'quota': 'each-case', 'limit': '1 TB', 'reason': 'Agreed'}")
                        .with("0"),
                write("PUT /api/v1/calendar/week", "{'weekdays': ['sunday', 'monday'], 'reason': 'New hours'}")
                        .with("0"),
                write("POST /api/v1/calendar/days-off", "{'day': '2031-05-01', 'name': 'Labour Day'}")
                        .naming("dayId"),
                write("POST /api/v1/calendar/days-off/{dayId}/end", ""),
                write("POST /api/v1/calendar/import", "2031-12-25,Christmas Day")
                        .of("text/csv", ""),
                write("POST /api/v1/units", "{'name': 'Port desk'}").naming("unitId"),
                write("PATCH " + unit, "{'name': 'Harbour desk'}").with("1"),
                write("POST " + MEMBER + "/unit", "{'unit': '{unitId}'}"),
                write("POST " + MEMBER + "/unit", "{'reason': 'On loan'}"),
                write("POST " + unit + "/close", "{'reason': 'Merged'}"));
    }

    /** On storage places. */
    public static List<Write> ofStorage() {
        String place = "/api/v1/storage-places/{placeId}";
        return List.of(
                write("POST /api/v1/storage-places", "{'code': 'A2', 'kind': 'room', 'name': 'Room 2'}")
                        .naming("placeId"),
                write("PATCH " + place, "{'name': 'Evidence room'}").with("1"),
                write("POST " + place + "/tags", "{'below': true}"),
                write("POST /api/v1/stock-takes", "{'place': '{placeId}'}").naming("stockTakeId"),
                write("POST /api/v1/stock-takes/{stockTakeId}/scans", "{'code': '0000-0000-0000'}"),
                write("POST /api/v1/stock-takes/{stockTakeId}/end", "{'note': 'One tag nobody knows'}"),
                write("POST " + place + "/close", "{'reason': 'The house was sold'}"));
    }

    /** On members: what a second person asked for is confirmed or declined here. */
    private static List<Write> ofMembers() {
        return List.of(
                write("POST " + MEMBER + "/tokens/{tokenId}/end", "{'reason': 'Nobody uses it'}"),
                write("POST " + MEMBERS, "{'name': 'Tomas Ferrow', 'roles': ['supervisor']}")
                        .naming("memberId"),
                write("POST " + MEMBER + "/roles", "{'role': '{role}', 'reason': 'Keeps the store'}"),
                write("POST " + MEMBER + "/roles/{role}/end", "{'reason': 'The store moves'}"),
                write("POST " + MEMBERS + "/role-requests/{requestId}/confirm", ""),
                write("POST " + MEMBERS + "/role-requests/{requestId}/decline", "{'reason': 'No post is free'}"),
                write("POST " + MEMBER + "/recoveries", "{'reason': 'Lost the key'}"),
                write("POST " + MEMBERS + "/recoveries/{recoveryId}/confirm", ""),
                write("POST " + MEMBERS + "/recoveries/{recoveryId}/decline", "{'reason': 'Found the key'}"),
                write("POST " + MEMBER + "/sessions/end", "{'reason': 'Laptop lost'}"),
                write("POST /api/v1/admin/support-bundle", ""),
                write("POST /api/v1/admin/witnesses/ask", ""),
                write("POST /api/v1/admin/jobs/{jobId}/again", ""),
                write("POST /api/v1/admin/mail/test", "{'to': 'ada@office.example'}"),
                write("POST /api/v1/admin/sign-in/passwords", "{'allowed': false, 'reason': 'Passkeys for all'}"),
                write("POST /api/v1/admin/timestamps/ask", ""),
                write("POST " + MEMBER + "/leave", "{'reason': 'Moves away'}"),
                write("POST /api/v1/sessions/{sessionId}/end", ""),
                write("POST /api/v1/sessions/end-others", ""));
    }

    /** Those of a case and what is decided on it. */
    public static List<Write> ofACase() {
        return List.of(
                write("POST /api/v1/cases", opening("valid_until", "{later}")).naming("caseId"),
                write("PATCH " + CASE, "{'title': 'Harbour, quay 4'}").with("1"),
                write("POST " + CASE + "/authorities", opening("valid_until", "{last}")),
                write("POST " + CASE + "/journal", "{'heading': 'Interview', 'body': 'Asked.'}")
                        .naming("entryId"),
                write("PUT " + CASE + "/journal/{entryId}", "{'heading': 'Second interview'}")
                        .with("1"),
                write("POST " + CASE + "/journal/{entryId}/sign-off", "").with("2"),
                write("POST " + CASE + "/tasks", "{'title': 'Ask', 'assignee': '{me}', 'due': '{later}'}")
                        .naming("taskId"),
                write("POST " + CASE + "/tasks/{taskId}/complete", "{'result': 'Asked'}")
                        .with("1"),
                write("POST " + CASE + "/subjects", subject("'name': 'W-01', 'kind': 'person', 'basis': 'Heard',"))
                        .naming("subjectId"),
                write("POST " + CASE + "/subjects/{subjectId}/validate", subject(""))
                        .with("1"),
                write("POST " + CASE + "/team", "{'member': '{other}', 'standing': 'reader', 'reason': 'Counts'}")
                        .naming("grantId"),
                write("POST " + CASE + "/team/{grantId}/end", "{'reason': 'Counted'}"),
                write("POST " + CASE + "/exhibits", "{'name': 'Grey bag'}").naming("exhibitId"),
                write("POST " + CASE + "/exhibits/{exhibitId}/acts", "{'kind': 'seal', 'details': {'seal': 'A-17'}}")
                        .naming("draftId"),
                write("POST " + CASE + "/exhibits/{exhibitId}/acts/{draftId}/sign", "{}"),
                write(
                                "POST " + CASE + "/sources",
                                "{'kind': 'article', 'title': 'Quay news', 'url': 'https://quay.example/1'}")
                        .naming("source"),
                write("POST " + CASE + "/collections", "{'name': 'Register', 'publisher': 'Port'}")
                        .naming("id"),
                write(
                                "POST " + CASE + "/collections/{id}/imports",
                                "{'id': 'a', 'schema': 'Company', 'properties': {'name': ['Quay Ltd']}}")
                        .of("application/jsonl", "?file=register.json"),
                write("POST " + CASE + "/entities", company()).naming("entity"),
                write(
                                "POST " + CASE + "/statements",
                                "{'entity': '{entity}', 'property': 'name', 'value': 'Eelgrass', 'source': '{source}'}")
                        .naming("id"),
                write("POST " + CASE + "/statements/{id}/retraction", "{'reason': 'Another company'}"),
                write("POST " + CASE + "/charts", "{'title': 'Cranes', 'entities': ['{entity}']}")
                        .naming("chartId"),
                write("PUT " + CASE + "/charts/{chartId}", layout()).with("1"),
                write("POST " + CASE + "/charts/{chartId}/copies", layout()),
                write("POST " + CASE + "/charts/{chartId}/exports", "{'format': 'png'}"),
                write("POST " + CASE + "/reports", "{'template': 'exhibit-list', 'title': 'What we hold'}")
                        .naming("reportId"),
                write(
                                "PUT " + CASE + "/reports/{reportId}",
                                "{'title': 'What we hold now', 'sections': ['exhibits'], 'every_exhibit': true}")
                        .with("1"),
                write("POST " + CASE + "/reports/{reportId}/issue", "").with("2"),
                write("POST " + CASE + "/ingestions", "{'title': 'Quay', 'expected': 1}")
                        .naming("ingestion"),
                write("POST " + CASE + "/ingestions/{ingestion}/files", "\u0001\u0002 no known format")
                        .of("application/octet-stream", "?path=quay.bin")
                        .naming("item"),
                write("POST " + CASE + "/ingestions/{ingestion}/pause", ""),
                write("POST " + CASE + "/ingestions/{ingestion}/resume", ""),
                write("POST " + CASE + "/ingestions/{ingestion}/complete", ""),
                write(
                                "POST " + CASE + "/packages",
                                "{'exhibits': ['{exhibitId}'], 'recipient': 'Court of Skagen', 'purpose': 'Trial"
                                        + " 14/2031'}")
                        .naming("packageId"),
                write("POST " + CASE + "/exhibits/{exhibitId}/comparison-digests", ""),
                write(
                        "POST " + CASE + "/exhibits/{exhibitId}/package-import",
                        "{'reason': 'Handed over', 'unvouched': true}"),
                write("POST " + CASE + "/ingestions/{ingestion}/items/{item}/retry", "")
                        .with("{settled}"),
                write("POST " + CASE + "/ingestions/{ingestion}/read-again", "{'which': 'short'}"),
                write("POST " + CASE + "/saved-searches", "{'name': 'Ledger', 'q': 'ledger', 'kind': ['mail']}")
                        .naming("savedId"),
                write("POST " + CASE + "/saved-searches/{savedId}/remove", ""),
                write("POST " + CASE + "/saved-searches", "{'name': 'Crane', 'q': 'crane'}")
                        .naming("savedId"),
                write("POST " + CASE + "/saved-searches/{savedId}/alerts", "{'about': 'matter'}")
                        .naming("alertId"),
                write("POST " + CASE + "/alerts/{alertId}/seen", ""),
                write("POST " + CASE + "/batch-search", "{'list': 'crane', 'header': false}"),
                write("POST " + CASE + "/batch-search/csv", "{'list': 'crane', 'header': false}"),
                write("POST " + CASE + "/alerts/{alertId}/end", ""),
                write(
                                "POST " + CASE + "/subjects",
                                "{'name': 'S-01', 'kind': 'person', 'basis': 'Paid', 'role': 'suspect', 'review_due':"
                                        + " '{later}'}")
                        .naming("suspectId"),
                write("POST " + CASE + "/saved-searches/{savedId}/alerts", onSuspect())
                        .naming("alertId"),
                write("POST " + CASE + "/alerts/{alertId}/decline", "{'reason': 'Not now'}"),
                write("POST " + CASE + "/saved-searches/{savedId}/alerts", onSuspect())
                        .naming("alertId"),
                write("POST " + CASE + "/ocr-languages", "{'languages': ['eng']}"),
                write("POST " + CASE + "/ingestions/{ingestion}/completeness", "")
                        .naming("statementId"),
                write("POST " + UPLOADS, "").naming("upload"),
                write("PATCH " + UPLOADS + "/{caseId}/{upload}", "\u0001\u0002\u0003")
                        .of("application/offset+octet-stream", ""),
                write("POST " + UPLOADS, "").naming("upload"),
                write("DELETE " + UPLOADS + "/{caseId}/{upload}", ""),
                write("POST " + CASE + "/exhibits/tags", "{'from': 'E0001'}"),
                write("POST /api/v1/account/identities/{identityId}/end", ""),
                write("POST /api/v1/account/password/end", ""),
                write("POST /api/v1/account/passkeys/{passkeyId}/end", ""),
                write("POST /api/v1/break-glass", glass()).naming("openingId").by("other"),
                write("POST /api/v1/break-glass/{openingId}/seen", ""),
                write("POST /api/v1/break-glass/{openingId}/close", "").by("other"),
                write("POST /api/v1/break-glass/{openingId}/review", "{'justified': true, 'finding': 'It was'}"),
                write("POST " + CASE + "/team", "{'member': '{other}', 'standing': 'supervisor', 'reason': 'Counts'}"),
                write("POST " + CASE + "/alerts/{alertId}/agree", "{'days': '30', 'reason': 'Payments are recent'}")
                        .by("other"),
                write("POST " + CASE + "/compartments", "{'name': 'Sources', 'reason': 'Two people spoke'}")
                        .naming("compartmentId"),
                write("POST " + CASE + "/admissions", "{'member': '{other}', 'reason': 'Heard one of them'}")
                        .inside("{compartmentId}")
                        .naming("admissionId"),
                write("POST " + CASE + "/admissions/{admissionId}/end", "{'reason': 'Done'}")
                        .inside("{compartmentId}"),
                write("POST " + CASE + "/holds", "{'authority': 'Request 7/31', 'why': 'Proceedings announced'}")
                        .naming("holdId"),
                write("POST " + CASE + "/holds/{holdId}/lift", "{'reason': 'Proceedings over'}")
                        .by("other"),
                write("POST " + CASE + "/erasures", "{'ground': 'Schedule 4', 'reason': 'Its time has come'}")
                        .naming("caseErasureId"),
                write("POST " + CASE + "/erasures/{caseErasureId}/decline", "{'reason': 'Wanted again'}"),
                write("POST " + CASE + "/seal", "{'court_order': 'District court 7 X 12'}")
                        .naming("sealId"),
                write("POST /api/v1/seals/{sealId}/lift", "{'court_order': 'District court 7 X 14'}"),
                write("POST /api/v1/trail/{entryId}/erasure", "{'ground': 'Data Act, s. 9', 'reason': 'Court order'}")
                        .naming("erasureId"),
                write("POST /api/v1/erasures/{erasureId}/decline", "").by("second"),
                write("POST /api/v1/trail/{entryId}/erasure", "{'ground': 'Data Act, s. 9', 'reason': 'Court order'}")
                        .naming("erasureId"),
                write("POST /api/v1/erasures/{erasureId}/confirm", "").by("second"));
    }

    private static Write write(String route, String body) {
        return new Write(route, "", "", "application/json", body.replace('\'', '"'), "", "", "");
    }

    private static String opening(String field, String value) {
        return "{'title': 'Harbour', 'type': 'inquiry', 'legal_basis': 'Inspection Act, section 12', 'reference':"
                + " 'IO-7', 'purpose': 'Contract reconciliation', 'valid_from':"
                + " '{today}', '" + field + "': '" + value + "'}";
    }

    private static String subject(String more) {
        return "{" + more + " 'role': 'witness', 'review_due': '{later}'}";
    }

    private static String onSuspect() {
        return "{'about': 'person', 'subject': '{suspectId}', 'reason': 'Paid in cash'}";
    }

    private static String company() {
        return "{'schema': 'Company', 'statements': [{'property': 'name', 'value': 'Eelgrass Ltd', 'source':"
                + " '{source}'}]}";
    }

    private static String glass() {
        return "{'case_number': '{number}', 'reason': 'The quay is cleared tonight', 'hours': 1}";
    }

    private static String layout() {
        return "{'title': 'Cranes', 'nodes': [{'id': '{entity}', 'x': 0, 'y': 0}]}";
    }
}
