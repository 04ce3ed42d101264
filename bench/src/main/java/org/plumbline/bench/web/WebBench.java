package org.plumbline.bench.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.bench.Benchmark;
import org.plumbline.bench.Rounds;
import org.plumbline.bench.Row;

/** Four pages of the sample at a steady rate, and all of them as fast as the server can. */
public final class WebBench implements Benchmark {
    private static final int SESSIONS = 16;
    private static final Pattern CASE = Pattern.compile("href=\"(/cases/[0-9a-f]{8}-[0-9a-f-]{27})[/\"]");
    private static final String NOTE = "the load generator, the server and PostgreSQL share the cores; " + SESSIONS
            + " sessions of one person; a page reads its records, renders them, and commits its entry on the"
            + " trail before its first byte, the static page does none of this";

    /** A page that is measured. */
    private record Page(String id, String words, String path, int bytes) {}

    @Override
    public String name() {
        return "web";
    }

    @Override
    public List<Row> measure(boolean quick, Consumer<String> progress) {
        Tempo tempo = Tempo.of(quick);
        try (var server = new Served()) {
            return measure(server, tempo, progress);
        }
    }

    private static List<Row> measure(Served server, Tempo tempo, Consumer<String> progress) {
        String link = server.awaitSignIn();
        try {
            Readers readers = Readers.signIn(server.port(), link, SESSIONS);
            List<Page> pages = pages(server.port(), readers);
            enter(server.port(), readers, pages);
            progress.accept("Warming up " + pages.size() + " pages");
            for (Page page : pages) {
                ours(server, readers, page).rate(Tempo.CONNECTIONS, tempo.warmUp());
                peer(server, page).rate(Tempo.CONNECTIONS, tempo.warmUp().dividedBy(2));
            }
            return rows(server, readers, pages, tempo, progress);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + "; the server said:\n" + server.complaint(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("A page could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Each session reads each page once, alone: entering a case puts its purpose into the session. */
    private static void enter(int port, Readers readers, List<Page> pages) throws IOException {
        try (var wire = new Wire(port)) {
            for (byte[] request :
                    readers.requests(pages.stream().map(Page::path).toList())) {
                int status = wire.ask(request).status();
                if (status != 200) {
                    throw new IllegalStateException("A page answered " + status + " before any load");
                }
            }
        }
    }

    private static List<Row> rows(
            Served server, Readers readers, List<Page> pages, Tempo tempo, Consumer<String> progress) {
        var rows = new ArrayList<Row>();
        for (Page page : pages) {
            progress.accept(page.id() + ": " + page.path() + ", " + page.bytes() + " bytes");
            Load ours = ours(server, readers, page);
            Load peer = peer(server, page);
            var rounds = Rounds.alternating(
                    tempo.rounds(),
                    () -> ours.p99(Tempo.PER_SECOND, tempo.round()),
                    () -> peer.p99(Tempo.PER_SECOND, tempo.round()));
            rows.add(Row.of(
                    new Row.Measure(page.id(), page.words(), "ms"),
                    staticPage(server, page.bytes() + " bytes", tempo),
                    rounds,
                    NOTE + "; open loop, a request waits from the moment it was due"));
        }
        progress.accept("web.rate");
        rows.add(rate(server, readers, pages, tempo));
        return rows;
    }

    private static Row rate(Served server, Readers readers, List<Page> pages, Tempo tempo) {
        var ours = new Load(
                server.port(), readers.requests(pages.stream().map(Page::path).toList()), 200);
        var peer = new Load(
                server.port(),
                pages.stream().map(page -> Wire.request(peerPath(page), "")).toList(),
                200);
        var rounds = Rounds.alternating(
                tempo.rounds(),
                () -> ours.rate(Tempo.CONNECTIONS, tempo.round()),
                () -> peer.rate(Tempo.CONNECTIONS, tempo.round()));
        return Row.of(
                new Row.Measure("web.rate", "the four pages in turn, " + Tempo.CONNECTIONS + " connections", "pages/s"),
                staticPage(server, "the four sizes in turn", tempo),
                rounds,
                NOTE + "; closed loop");
    }

    private static Row.Peer staticPage(Served server, String size, Tempo tempo) {
        return new Row.Peer(
                "static page of the same size, same server",
                String.format(
                        Locale.ROOT,
                        "%s out of memory, no session, no compression; server %s; warm-up %d s a page; %d rounds of"
                                + " %d s",
                        size,
                        server.settings(),
                        tempo.warmUp().toSeconds(),
                        tempo.rounds(),
                        tempo.round().toSeconds()));
    }

    private static Load ours(Served server, Readers readers, Page page) {
        return new Load(server.port(), readers.requests(page.path()), 200);
    }

    private static Load peer(Served server, Page page) {
        return new Load(server.port(), List.of(Wire.request(peerPath(page), "")), 200);
    }

    private static String peerPath(Page page) {
        return StaticPage.PATH + page.bytes();
    }

    /** Reads each page once and holds the static page's size against it before anything is timed. */
    private static List<Page> pages(int port, Readers readers) throws IOException {
        try (var wire = new Wire(port)) {
            String caseHref = firstCase(text(wire, readers, "/cases"));
            var pages = new ArrayList<Page>();
            for (Page page : List.of(
                    new Page("web.home.p99", "first page of an investigator, 99th percentile at 200/s", "/", 0),
                    new Page("web.cases.p99", "list of cases, 99th percentile at 200/s", "/cases", 0),
                    new Page("web.board.p99", "tasks of a case, 99th percentile at 200/s", caseHref + "/tasks", 0),
                    new Page("web.case.p99", "overview of a case, 99th percentile at 200/s", caseHref, 0))) {
                int bytes = text(wire, readers, page.path()).getBytes(StandardCharsets.UTF_8).length;
                var sized = new Page(page.id(), page.words(), page.path(), bytes);
                int same = wire.ask(Wire.request(peerPath(sized), "")).body().remaining();
                if (same != bytes) {
                    throw new IllegalStateException("The static page has " + same + " bytes, the page " + bytes);
                }
                pages.add(sized);
            }
            return pages;
        }
    }

    private static String text(Wire wire, Readers readers, String path) throws IOException {
        Wire.Answer answer = wire.ask(readers.requests(path).getFirst());
        String text = StandardCharsets.UTF_8.decode(answer.body()).toString();
        if (answer.status() != 200 || !text.contains("</main>")) {
            throw new IllegalStateException(path + " answers " + answer.status() + ", not the page that is measured");
        }
        return text;
    }

    private static String firstCase(String list) {
        Matcher link = CASE.matcher(list);
        if (!link.find()) {
            throw new IllegalStateException("The list of cases has none");
        }
        return link.group(1);
    }
}
