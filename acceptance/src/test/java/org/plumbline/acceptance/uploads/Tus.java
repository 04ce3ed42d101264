package org.plumbline.acceptance.uploads;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The requests of tus 1.0.0, one by one; for several threads. */
final class Tus {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BREATH = 1 << 17;

    private final String address;
    private final String token;
    private final AtomicLong sending = new AtomicLong();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Tus(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** How many bytes were handed to connections by now, arrived or not. */
    long sent() {
        return sending.get();
    }

    HttpResponse<String> begin(SentFile file, String caseId, String key) throws IOException {
        String metadata = "case " + base64(caseId.getBytes(StandardCharsets.UTF_8)) + ",path "
                + base64(file.path().getBytes(StandardCharsets.UTF_8));
        return send(request("/api/v1/uploads")
                .header("Upload-Length", Integer.toString(file.size()))
                .header("Upload-Metadata", metadata)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.noBody()));
    }

    HttpResponse<String> stands(String at) throws IOException {
        return send(request(at).method("HEAD", BodyPublishers.noBody()));
    }

    HttpResponse<String> read(String at) throws IOException {
        return send(request(at).GET());
    }

    /** Sends some of it slowly enough to be cut off. */
    HttpResponse<String> piece(String at, byte[] file, int from, int to, boolean checked) throws IOException {
        HttpRequest.Builder request = request(at)
                .header("Upload-Offset", Integer.toString(from))
                .header("Content-Type", "application/offset+octet-stream");
        if (checked) {
            request.header("Upload-Checksum", "sha256 " + base64(sha256(file, from, to)));
        }
        return send(request.method(
                "PATCH",
                BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> slow(file, from, to)), to - from)));
    }

    private InputStream slow(byte[] file, int from, int to) {
        return new FilterInputStream(new ByteArrayInputStream(file, from, to - from)) {
            @Override
            public int read(byte[] into, int at, int most) throws IOException {
                LockSupport.parkNanos(4_000_000);
                int some = super.read(into, at, Math.min(most, BREATH));
                sending.addAndGet(Math.max(0, some));
                return some;
            }
        };
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Tus-Resumable", "1.0.0");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static byte[] sha256(byte[] file, int from, int to) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(file, from, to - from);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
