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
 * How many mails are in the mailboxes of the shared corpus, held against what Python's mailbox module counts. Outlook
 * data files are held against readpst's counts by {@link CorpusTest}: they stand in the manifest.
 */
class MailCountTest extends ExtractorFixture {
    /** Where the two counts differ, and why: file to reason. */
    private static final Map<String, String> REASONS = Map.of(
            "aspose.email-for-java__HtmlWithUrlSample.eml",
            "one mail without a line that separates it from another; to Python's mailbox it is no mailbox, here it is"
                    + " a mail");

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
