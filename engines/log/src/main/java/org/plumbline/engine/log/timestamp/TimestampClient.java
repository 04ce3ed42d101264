package org.plumbline.engine.log.timestamp;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** Asks one authority for timestamps over HTTP (RFC 3161 section 3.4). */
public final class TimestampClient {
    private static final int OK = 200;
    private static final String QUESTION = "application/timestamp-query";
    private static final String ANSWER = "application/timestamp-reply";

    private final HttpClient http;
    private final URI authority;
    private final Duration patience;

    /**
     * A client.
     *
     * @param http which follows no redirects: who answers is who was asked
     * @param patience for the head of an answer, and once more for its body
     */
    public TimestampClient(HttpClient http, URI authority, Duration patience) {
        if (http.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("A timestamp is taken from nobody but who was asked");
        }
        this.http = http;
        this.authority = authority;
        this.patience = patience;
    }

    /** The token that answers a question. */
    public byte[] ask(TimestampQuestion question) throws IOException, InterruptedException, Refused {
        HttpRequest request = HttpRequest.newBuilder(authority)
                .timeout(patience)
                .header("Content-Type", QUESTION)
                .header("Accept", ANSWER)
                .POST(HttpRequest.BodyPublishers.ofByteArray(question.bytes()))
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            String type = response.headers().firstValue("Content-Type").orElse("none");
            if (response.statusCode() != OK) {
                throw new Refused(Fault.TIMESTAMP_UNANSWERED, "HTTP status " + response.statusCode());
            }
            if (!type.split(";", 2)[0].strip().equalsIgnoreCase(ANSWER)) {
                throw new Refused(Fault.TIMESTAMP_UNANSWERED, "content type " + type);
            }
            return question.answeredBy(read(body));
        }
    }

    /** The request's own time limit ends with the head of the answer. */
    private byte[] read(InputStream body) throws IOException, InterruptedException, Refused {
        try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<byte[]> bytes = reader.submit(() -> body.readNBytes(Timestamp.MOST_BYTES + 1));
            try {
                byte[] read = bytes.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (read.length > Timestamp.MOST_BYTES) {
                    throw new Refused(Fault.TOO_LONG, "an answer of more than " + Timestamp.MOST_BYTES + " bytes");
                }
                return read;
            } catch (TimeoutException e) {
                body.close();
                throw new HttpTimeoutException("The authority's answer did not end within " + patience);
            } catch (ExecutionException e) {
                throw new IOException("The authority's answer broke off", e.getCause());
            }
        }
    }
}
