import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads what every module's tests left behind and says it in plain lines: failures, skips with reasons, the slowest, totals. */
final class TestReport {
    private static final int SLOWEST = 10;

    private enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    private record Test(String name, double seconds, Outcome outcome, String reason) {}

    /**
     * First word: the project's folder. Second: Maven's exit code. Exit 1 when a check failed, when nothing ran, or when
     * something was skipped while {@code CI=true}.
     */
    public static void main(String... words) throws Exception {
        List<Test> tests = new ArrayList<>();
        for (Path report : reports(Path.of(words[0]))) {
            tests.addAll(read(report));
        }
        list("Failed", of(tests, Outcome.FAILED));
        list("Skipped", of(tests, Outcome.SKIPPED));
        System.out.println("Slowest:");
        tests.stream()
                .sorted(Comparator.comparingDouble(Test::seconds).reversed())
                .limit(SLOWEST)
                .forEach(test -> System.out.printf("  %7.2f s  %s%n", test.seconds(), test.name()));
        System.exit(verdict(tests, words[1].equals("0")) ? 0 : 1);
    }

    private static boolean verdict(List<Test> tests, boolean built) {
        int failed = of(tests, Outcome.FAILED).size();
        int skipped = of(tests, Outcome.SKIPPED).size();
        boolean skipsForbidden = "true".equals(System.getenv("CI")) && skipped > 0;
        if (!built) {
            System.out.println("The build failed: a gate or a compilation, see the lines marked ERROR above.");
        }
        if (tests.isEmpty()) {
            System.out.println("No test ran.");
        }
        if (skipsForbidden) {
            System.out.println("CI=true: nothing may be skipped.");
        }
        System.out.printf("%d passed, %d failed, %d skipped%n", of(tests, Outcome.PASSED).size(), failed, skipped);
        return built && failed == 0 && !tests.isEmpty() && !skipsForbidden;
    }

    private static List<Test> of(List<Test> tests, Outcome outcome) {
        return tests.stream().filter(test -> test.outcome() == outcome).toList();
    }

    private static void list(String title, List<Test> tests) {
        if (!tests.isEmpty()) {
            System.out.println(title + ":");
            tests.forEach(test -> System.out.println("  " + test.name() + ": " + test.reason()));
        }
    }

    private static List<Path> reports(Path project) throws IOException {
        try (Stream<Path> paths = Files.find(project, 6, (path, attributes) -> isReport(path))) {
            return paths.sorted().toList();
        }
    }

    private static boolean isReport(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith("TEST-")
                && name.endsWith(".xml")
                && path.getParent().getFileName().toString().equals("surefire-reports");
    }

    private static List<Test> read(Path report) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        NodeList cases = factory.newDocumentBuilder().parse(report.toFile()).getElementsByTagName("testcase");
        List<Test> tests = new ArrayList<>();
        for (int i = 0; i < cases.getLength(); i++) {
            tests.add(test((Element) cases.item(i)));
        }
        return tests;
    }

    private static Test test(Element element) {
        String className = element.getAttribute("classname");
        String name = className.substring(className.lastIndexOf('.') + 1) + "." + element.getAttribute("name");
        double seconds = Double.parseDouble(element.getAttribute("time").replace(",", ""));
        for (String tag : List.of("failure", "error")) {
            if (element.getElementsByTagName(tag).item(0) instanceof Element failure) {
                return new Test(name, seconds, Outcome.FAILED, firstLine(failure));
            }
        }
        if (element.getElementsByTagName("skipped").item(0) instanceof Element skip) {
            return new Test(name, seconds, Outcome.SKIPPED, firstLine(skip));
        }
        return new Test(name, seconds, Outcome.PASSED, "");
    }

    private static String firstLine(Element element) {
        String message = element.getAttribute("message").strip();
        String text = message.isEmpty() ? element.getTextContent().strip() : message;
        return text.isEmpty() ? "no reason given" : text.lines().findFirst().orElse(text);
    }
}
