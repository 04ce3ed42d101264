package org.plumbline.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "plumbline.metrics.port=0")
class MetricsTest extends ApplicationTest {
    private static final String TYPED = "zyxquill";

    @Autowired
    private MetricsDoor door;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void figuresOfTheServerAreToldAndNothingOfACaseIsALabel() throws Exception {
        Member mara = member(organisation(), TYPED + " Quill", Role.INVESTIGATOR);
        browser(mara).get("/search?q=" + TYPED);
        browser(mara).get("/cases/" + mara.id().value());

        HttpResponse<String> told = get("/metrics");

        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(told.body())
                .contains(
                        "plumbline_requests_seconds_bucket{method=\"GET\",route=\"/search\",status=\"2xx\"",
                        "route=\"/cases/{caseId}\",status=\"4xx\"",
                        "jvm_memory_used_bytes",
                        "hikaricp_connections_active",
                        "plumbline_jobs_waiting ",
                        "plumbline_jobs_running ",
                        "plumbline_jobs_retried ",
                        "plumbline_jobs_failed ",
                        "plumbline_jobs_oldest_seconds ",
                        "plumbline_trail_lag_seconds ",
                        "plumbline_trail_checkpoint_age_seconds ",
                        "plumbline_trail_witness_age_seconds ",
                        "plumbline_trail_timestamp_age_seconds ",
                        "plumbline_vault_size_bytes ",
                        "plumbline_disk_free_bytes ",
                        "plumbline_index_lag_seconds ",
                        "plumbline_extraction_workers_reading ")
                .doesNotContain(TYPED, mara.id().value().toString());
    }

    @Test
    void nothingElseComesByThisPort() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/healthz").statusCode()).isEqualTo(404);
        assertThat(get("/metrics/").statusCode()).isEqualTo(404);
        assertThat(browser().get("/metrics").body()).doesNotContain("jvm_memory");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + door.port().orElseThrow() + path);
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
