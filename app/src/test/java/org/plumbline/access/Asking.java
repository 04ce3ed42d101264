package org.plumbline.access;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.plumbline.testing.Browser;

/**
 * Asks for a route as one person, of given records.
 *
 * @param api a client with a token, or one without for nobody
 * @param page a browser, signed in or not
 * @param csrf what the person's forms carry
 */
record Asking(String id, Browser api, Browser page, String csrf) {
    private static final String QUERY =
            "?q=quay&node={entities/id}&beginning=qu&entity={entities/id}&case={cases/caseId}"
                    + "&record={tasks/taskId}&kind=task";

    private static final String FORM = "version=1&title=Harbour&type=inquiry&legal_basis=Act&reference=R&purpose=P"
            + "&valid_from={today}&valid_until={later}&reason=Done+and+over+with+today&result=Done&heading=Call"
            + "&role=witness&basis=Heard&review_due={later}&due={later}&assignee={me}&member={me}&standing=reader"
            + "&name=Quay&kind=person&schema=Company&property=name&value=Quay&source={sources/source}&caveat=none"
            + "&question=Why&format=png&court_order=O&case_number=none&hours=1&justified=true&finding=It+was"
            + "&template=exhibit-list&reporting=x&ground=Proceedings";

    private static final String JSON = "{\"version\": 1, \"title\": \"Harbour\", \"type\": \"inquiry\","
            + " \"legal_basis\": \"Act\", \"reference\": \"R\", \"purpose\": \"P\", \"valid_from\": \"{today}\","
            + " \"valid_until\": \"{later}\", \"reason\": \"Done and over with today\", \"result\": \"Done\","
            + " \"heading\": \"Call\", \"body\": \"Asked\", \"role\": \"witness\", \"basis\": \"Heard\","
            + " \"review_due\": \"{later}\", \"due\": \"{later}\", \"assignee\": \"{me}\", \"member\": \"{me}\","
            + " \"standing\": \"reader\", \"name\": \"Quay\", \"kind\": \"person\", \"schema\": \"Company\","
            + " \"entity\": \"{entities/id}\", \"property\": \"name\", \"value\": \"Quay\","
            + " \"source\": \"{sources/source}\", \"format\": \"png\", \"court_order\": \"O\", \"ground\": \"G\","
            + " \"case_number\": \"none\", \"hours\": 1, \"justified\": true, \"finding\": \"It was\","
            + " \"template\": \"exhibit-list\", \"nodes\": [], \"sections\": [], \"statements\": []}";

    private static final String COMPANY = "{\"schema\": \"Company\", \"statements\": [{\"property\": \"name\","
            + " \"value\": \"Quay\", \"source\": \"{sources/source}\"}]}";

    /** What is sent with a write. */
    enum Body {
        /** Everything that any form asks for. */
        WHOLE,
        /** A version that no record has, and nothing else. */
        EMPTY,
        /** What no reader understands. */
        BROKEN
    }

    /** The answer to a route, without following where it leads. */
    Browser.Answer ask(String method, String path, Map<String, String> ids, Body body, String... headers) {
        boolean service = path.startsWith("/api/");
        if (method.equals("GET")) {
            return service ? api.get(path + filled(QUERY, ids), headers) : page.ask(path + filled(QUERY, ids));
        }
        if (path.startsWith("/api/v1/uploads")) {
            return upload(method, path, ids, body);
        }
        String type = type(path, service);
        return (service ? api : page)
                .send(
                        method,
                        path + (path.endsWith("/files") ? "?path=a.txt" : ""),
                        type,
                        filled(content(path, type, body), ids).getBytes(StandardCharsets.UTF_8),
                        "X-CSRF-TOKEN",
                        csrf,
                        "If-Match",
                        body == Body.EMPTY ? "\"999\"" : "\"1\"");
    }

    /** What tus says stands in headers; without what a write needs, they say nothing that could be done. */
    private Browser.Answer upload(String method, String path, Map<String, String> ids, Body body) {
        var headers = new java.util.ArrayList<>(
                org.plumbline.testing.EveryWrite.upload(ids.getOrDefault("cases/caseId", "none")));
        if (body != Body.WHOLE) {
            headers.set(headers.indexOf("Upload-Offset") + 1, body == Body.EMPTY ? "2" : "none");
            headers.set(headers.indexOf("Upload-Length") + 1, "none");
        }
        return api.send(
                method,
                path,
                "application/offset+octet-stream",
                "abc".getBytes(StandardCharsets.UTF_8),
                headers.toArray(String[]::new));
    }

    private static String type(String path, boolean service) {
        if (path.endsWith("/files")) {
            return "application/octet-stream";
        }
        if (path.equals("/api/v1/calendar/import")) {
            return "text/csv";
        }
        if (path.endsWith("/imports") || (path.endsWith("/ingestions") && !service)) {
            return service ? "application/jsonl" : "multipart/form-data; boundary=b";
        }
        return service || path.matches(".*/charts/[^/]+/\\w+")
                ? "application/json"
                : "application/x-www-form-urlencoded";
    }

    private static String content(String path, String type, Body body) {
        if (body == Body.WHOLE && path.matches("/api/.*/entities")) {
            return COMPANY;
        }
        if (body == Body.WHOLE && path.matches("/cases/[^/]+/entities")) {
            return "schema=Company";
        }
        boolean json = type.endsWith("json") || type.endsWith("jsonl");
        boolean file = type.startsWith("multipart");
        return switch (body) {
            case BROKEN -> json ? "{\"title\": [" : file ? "--b" : "version=%&title=%00";
            case EMPTY -> json ? "{}" : file ? "--b--\r\n" : "version=999&caveat=none";
            case WHOLE ->
                json
                        ? JSON
                        : file
                                ? "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n\r\n{}\r\n--b--\r\n"
                                : FORM;
        };
    }

    private String filled(String text, Map<String, String> ids) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String dated = text.replace("{today}", today.toString())
                .replace("{later}", today.plusDays(60).toString())
                .replace("{me}", id);
        for (Map.Entry<String, String> record : ids.entrySet()) {
            dated = dated.replace("{" + record.getKey() + "}", record.getValue());
        }
        return dated.replaceAll("\\{[\\w-]+/\\w+}", UUID.randomUUID().toString());
    }
}
