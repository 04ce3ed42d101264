package org.plumbline.documents.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How many mails are in mailboxes, those of the shared corpus and some made here, held against what Python's mailbox
 * module counts; how many items are in Outlook data files, against what readpst writes.
 */
class MailCountTest extends ExtractorFixture {
    /** Where the two counts differ, and why: file to reason. */
    private static final Map<String, String> REASONS = Map.of(
            "aspose.email-for-java__HtmlWithUrlSample.eml",
            "one mail without a line that separates it from another; to Python's mailbox it is no mailbox, here it is"
                    + " a mail");

    /** Outlook data files whose items readpst doesn't write one for one, and why: file to what it leaves out. */
    private static final Map<String, String> LEFT_OUT_BY_READPST = Map.of(
            "email_pst/java-libpst__dist-list.pst", "the distribution list of the Contacts folder",
            "encrypted/java-libpst__passworded.pst", "the distribution list of the Contacts folder");

    /** Mailboxes made here that Python splits in more mails than are counted here, and why. */
    private static final Map<String, String> SPLIT_BY_PYTHON = Map.of(
            "unquoted.mbox",
            "a line \"From \" in the middle of a paragraph: Python takes every such line for a mail, here it begins one"
                    + " after an empty line only (RFC 4155), or else half a sentence would be a mail");

    @Test
    void mailboxesOfOddFormsAreCountedAsPythonCountsThem() throws Exception {
        assumeTrue(hasPython(), "python3 is not on this machine");

        var differing = new TreeMap<String, String>();
        for (var box : oddMailboxes().entrySet()) {
            Path file = Files.write(folder.resolve(box.getKey()), box.getValue().getBytes(StandardCharsets.ISO_8859_1));
            long theirs = python(file);
            long ours = ours(file);
            if (theirs != ours) {
                differing.put(box.getKey(), "Python " + theirs + ", here " + ours);
            }
        }

        assertEquals(Map.of("unquoted.mbox", "Python 3, here 2"), differing);
        assertEquals(SPLIT_BY_PYTHON.keySet(), differing.keySet());
    }

    /** Two or three mails each. */
    private static Map<String, String> oddMailboxes() {
        String first =
                "From ida@quay.example Mon Mar  3 09:15:00 2031\nFrom: ida@quay.example\nSubject: Berth 4\n\nPaid.\n";
        String second =
                "From olaf@quay.example Tue Mar  4 09:15:00 2031\nFrom: olaf@quay.example\nSubject: Re: Berth 4\n\nTwice.\n";
        return Map.of(
                "plain.mbox", first + "\n" + second + "\n",
                "escaped.mbox", first + "\n>From here on it is quoted.\n>>From twice.\n\n" + second + "\n",
                "no-end.mbox", (first + "\n" + second).strip(),
                "crlf.mbox", (first + "\n" + second + "\n").replace("\n", "\r\n"),
                "broken-headers.mbox",
                        first
                                + "\nFrom x Tue Mar  4 09:15:00 2031\nno colon here\n: no name\n\u0000\u00ff\n\nWords.\n\n"
                                + second + "\n",
                "empty-mail.mbox", first + "\nFrom x Tue Mar  4 09:15:00 2031\n\n" + second + "\n",
                "unquoted.mbox", first + "We went\nFrom here to there.\n\n" + second + "\n");
    }

    @Test
    void everyItemOfAnOutlookFileIsCountedAsReadpstCountsIt() throws Exception {
        Optional<Path> corpus = CorpusTest.corpus();
        assumeTrue(corpus.isPresent(), "the shared corpus is not beside this checkout");
        assumeTrue(
                ReadingTools.outside(settings("looked")).stream()
                        .anyMatch(program -> program.tool() == OutsideTool.READPST),
                "readpst is not on this machine");

        var differing = new TreeMap<String, String>();
        List<Path> files = Stream.concat(
                        files(corpus.get().resolve("email_pst")).stream(),
                        Stream.of(corpus.get().resolve("encrypted/java-libpst__passworded.pst")))
                .toList();
        for (Path file : files) {
            long theirs = readpst(file);
            long ours = ours(file);
            if (theirs != ours) {
                differing.put(corpus.get().relativize(file).toString(), "readpst " + theirs + ", here " + ours);
            }
        }

        assertFalse(files.isEmpty());
        assertEquals(LEFT_OUT_BY_READPST.keySet(), differing.keySet(), differing::toString);
        assertEquals(
                Map.of(
                        "email_pst/java-libpst__dist-list.pst", "readpst 2, here 3",
                        "encrypted/java-libpst__passworded.pst", "readpst 1, here 2"),
                differing);
    }

    /** How many files it writes with one item in each, deleted ones among them. */
    private static long readpst(Path file) throws IOException, InterruptedException {
        Path into = Files.createTempDirectory(folder, "readpst");
        Process process = new ProcessBuilder(
                        "readpst",
                        "-e",
                        "-8",
                        "-D",
                        "-q",
                        "-j",
                        "0",
                        "-t",
                        "eajc",
                        "-o",
                        into.toString(),
                        file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assumeTrue(process.waitFor(1, TimeUnit.MINUTES), "readpst ends");
        try (Stream<Path> items = Files.walk(into)) {
            return items.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void everyMailOfAMailboxIsCountedAsPythonCountsIt() throws Exception {
        Optional<Path> corpus = CorpusTest.corpus();
        assumeTrue(corpus.isPresent(), "the shared corpus is not beside this checkout");
        assumeTrue(hasPython(), "python3 is not on this machine");

        var differing = new TreeMap<String, String>();
        List<Path> files = files(corpus.get().resolve("email_mbox"));
        for (Path file : files) {
            long theirs = python(file);
            long ours = ours(file);
            if (theirs != ours) {
                differing.put(file.getFileName().toString(), "Python " + theirs + ", here " + ours);
            }
        }

        assertFalse(files.isEmpty());
        assertEquals(new TreeMap<>(REASONS).keySet(), differing.keySet(), differing::toString);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static long ours(Path file) throws Exception {
        try (Extraction read = read(file.getFileName().toString(), Files.readAllBytes(file))) {
            return read.mail().isPresent()
                    ? 1
                    : read.children().stream()
                            .filter(c -> c.relation() == Child.Relation.MAIL)
                            .count();
        }
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return python("print(1)", "").equals("1");
        } catch (IOException e) {
            // Not there: the test has nothing to hold the counts against.
            return false;
        }
    }

    private static long python(Path file) throws IOException, InterruptedException {
        String count =
                python("import mailbox, sys; print(len(mailbox.mbox(sys.argv[1], create=False)))", file.toString());
        return Long.parseLong(count);
    }

    private static String python(String program, String argument) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("python3", "-c", program, argument)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assumeTrue(process.waitFor(1, TimeUnit.MINUTES), "python3 ends");
        return said;
    }
}
