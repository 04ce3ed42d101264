package org.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstallationTest {
    private Path folder;
    private Installation demo;

    @BeforeEach
    void start() {
        folder = Scratch.folder("start");
        demo = Installation.demo(folder);
    }

    @AfterEach
    void end() {
        demo.close();
        Scratch.delete(folder);
    }

    @Test
    void demonstrationPrintsAWayInForEachRoleAndComesBackAfterAPowerCut() throws Exception {
        Printed before = demo.printed();
        assertThat(before.links())
                .containsOnlyKeys(
                        "investigator",
                        "supervisor",
                        "evidence custodian",
                        "identity custodian",
                        "overseer",
                        "administrator",
                        "partner organisation");
        assertThat(status("/healthz")).isEqualTo(200);
        long postgres = demo.database().running().orElseThrow().pid();

        demo.kill9();

        assertThat(demo.runs()).isFalse();
        assertThat(ProcessHandle.of(postgres).filter(ProcessHandle::isAlive)).isEmpty();
        demo.restart();
        assertThat(status("/healthz")).isEqualTo(200);
        assertThat(demo.printed().links()).containsOnlyKeys(before.links().keySet());

        demo.stop();

        assertThat(demo.database().running()).isEmpty();
    }

    private int status(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(demo.address() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
