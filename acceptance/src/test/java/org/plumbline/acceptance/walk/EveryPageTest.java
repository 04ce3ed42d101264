package org.plumbline.acceptance.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;

/** Every page there is, for every member of the sample, in English and in both pseudo-languages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
    /** Pages that are not behind a sign-in, switched off in what is delivered, or no pages at all. */
    private static final Set<String> ELSEWHERE =
            Set.of("/sign-in", "/sign-in/{secret}", "/sign-in/provider/back", "/_gallery", "/error", "/assets/**");

    private final java.nio.file.Path folder = Scratch.folder("every-page");
    private Installation demo;
    private FilledCase filled;
    private List<String> patterns;

    @BeforeAll
    void start() throws IOException {
        demo = Installation.demo(folder);
        filled = FilledCase.of(new Api(demo.address(), demo.printed().token()));
        try (var supervisor = new Window()) {
            supervisor.open(demo.printed().link("supervisor"));
            filled.breakGlass(supervisor.page(), demo.address());
        }
        try (var administrator = new Window()) {
            administrator.open(demo.printed().link("administrator"));
            filled.organise(administrator.page(), demo.address());
        }
        try (var custodian = new Window()) {
            custodian.open(demo.printed().link("evidence custodian"));
            filled.store(custodian.page(), demo.address());
        }
        patterns = Routes.ofPages().stream()
                .filter(pattern -> !ELSEWHERE.contains(pattern))
                .toList();
    }

    @AfterAll
    void end() {
        demo.close();
        Scratch.delete(folder);
    }

    @Test
    void everyPageTheApplicationAnswersIsWalkedHere() {
        assertThat(patterns)
                .hasSizeGreaterThan(40)
                .allSatisfy(pattern -> assertThat(filled.knows(pattern))
                        .as("a record for %s; add one to FilledCase", pattern)
                        .isTrue());
    }

    @Test
    void everyMemberIsShownWhatTheyMaySeeInEitherPseudoLanguage() {
        try (var windows = new MemberWindows(demo, filled)) {
            demo.printed().links().keySet().forEach(member -> windows.walk(member, patterns));

            assertThat(windows.wrong()).isEmpty();
            assertThat(windows.looked()).isGreaterThan(2 * patterns.size());
        }
    }
}
