package org.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private record Answer(int exit, String out, String err) {}

    @TempDir
    Path scratch;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo", "serve", "test", "prove", "bench", "package", "ingest", "import", "admin", "config", "keys",
                "backup", "restore", "fsck", "support", "verify"
            })
    void everyCommandExplainsItself(String command) throws Exception {
        Answer answer = plumbline(command, "--help");

        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).startsWith("./plumbline " + command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dmeo",
                "demo --prot 80",
                "serve",
                "serve --port 80",
                "ingest --case 1 file",
                "import --format csv file",
                "admin",
                "admin enroll",
                "bench",
                "package",
                "package tar",
                "package deb --into x",
                "config",
                "config check --file x",
                "test --slow",
                "fsck",
                "verify"
            })
    void wrongUsageIsExitTwoAndSaysWhat(String words) throws Exception {
        Answer answer = plumbline(words.split(" "));

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).startsWith("plumbline: ").contains("--help");
        assertThat(answer.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"match"})
    void commandOfALaterVersionSaysSo(String command) throws Exception {
        Answer answer = plumbline(command);

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("\"" + command + "\" is not in this version");
    }

    @Test
    void reportNamesSkipsAndPassesWhenTheyAreAllowed() throws Exception {
        results("<testcase classname='a.B' name='works' time='0.5'/>"
                + "<testcase classname='a.B' name='waits' time='0'><skipped message='no browser here'/></testcase>");

        Answer answer = report("false", 0);

        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("B.waits: no browser here").endsWith("1 passed, 0 failed, 1 skipped\n");
    }

    @Test
    void reportRefusesASkipInContinuousIntegration() throws Exception {
        results("<testcase classname='a.B' name='works' time='0.5'/>"
                + "<testcase classname='a.B' name='waits' time='0'><skipped/></testcase>");

        Answer answer = report("true", 0);

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out()).contains("nothing may be skipped").endsWith("1 passed, 0 failed, 1 skipped\n");
    }

    @Test
    void reportRefusesAFailureAndQuotesItsFirstLine() throws Exception {
        results(
                "<testcase classname='a.B' name='breaks' time='1,200.5'><failure message='expected 1&#10;but 2'/></testcase>");

        Answer answer = report("false", 0);

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out()).contains("B.breaks: expected 1\n").endsWith("0 passed, 1 failed, 0 skipped\n");
    }

    @Test
    void reportRefusesARunInWhichNothingRanOrTheBuildBroke() throws Exception {
        assertThat(report("false", 0).exit()).isEqualTo(1);

        results("<testcase classname='a.B' name='works' time='0.5'/>");

        assertThat(report("false", 0).exit()).isZero();
        assertThat(report("false", 1).exit()).isEqualTo(1);
    }

    private void results(String cases) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("app/target/surefire-reports"));
        Files.writeString(folder.resolve("TEST-a.B.xml"), "<testsuite>" + cases + "</testsuite>");
    }

    private Answer report(String ci, int buildExit) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                PROJECT.resolve("acceptance/src/report/TestReport.java").toString(),
                scratch.toString(),
                Integer.toString(buildExit));
        builder.environment().put("CI", ci);
        return answer(builder);
    }

    private Answer plumbline(String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(PROJECT.resolve("plumbline").toString()));
        command.addAll(List.of(words));
        return answer(new ProcessBuilder(command));
    }

    private Answer answer(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile(scratch, "out", ".txt");
        Path err = Files.createTempFile(scratch, "err", ".txt");
        Process process = builder.directory(scratch.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        int exit = process.waitFor();
        return new Answer(
                exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
