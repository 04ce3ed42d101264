package org.plumbline.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A large file on its way to the server by a resumable upload (tus 1.0.0): broken off, it goes on where it stopped,
 * also after the server was started again.
 */
final class ResumableFile {
    /** Larger ones are sent so; smaller ones are soon sent again. */
    static final long FROM_BYTES = 16L << 20;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final ServerConnection server;
    private final InputFiles.One file;
    private final long bytes;
    private final String metadata;
    private final Patience patience;
    private String key;

    /**
     * @param ingestion the ingestion it belongs to
     * @param digests comparison digests to work out, such as md5,sha1; none where it is empty
     * @param key under which beginning it is asked for, so that it is begun once
     * @param longest how long to wait for a server that does not answer
     */
    ResumableFile(
            ServerConnection server,
            InputFiles.One file,
            String caseId,
            String ingestion,
            String digests,
            String key,
            Duration longest)
            throws IOException {
        this.server = server;
        this.file = file;
        this.bytes = Files.size(file.path());
        this.metadata =
                metadata(Map.of("case", caseId, "path", file.statedPath(), "ingestion", ingestion, "digests", digests));
        this.key = ingestion + " " + key;
        this.patience = new Patience(longest);
    }

    /** Sends it whole. */
    void send() throws IOException, InterruptedException {
        String at = begin();
        long offset = 0;
        while (offset < bytes) {
            OptionalLong now = piece(at, offset);
            if (now.isEmpty()) {
                patience.pause(Optional.empty());
                now = stands(at);
            }
            if (now.isEmpty()) {
                // Over there nothing is left of it: from the beginning.
                key += " again";
                at = begin();
            }
            patience.progress(now.orElse(0) > offset);
            offset = now.orElse(0);
        }
    }

    private String begin() throws InterruptedException {
        HttpResponse<String> begun = until(request("/api/v1/uploads")
                .header("Upload-Length", Long.toString(bytes))
                .header("Upload-Metadata", metadata)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.noBody())
                .build());
        server.read(begun);
        return URI.create(begun.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /** How far it has come; absent where it is not there any more. */
    private OptionalLong stands(String at) throws InterruptedException {
        HttpResponse<String> stands =
                until(request(at).method("HEAD", BodyPublishers.noBody()).build());
        if (stands.statusCode() == 404 || stands.statusCode() == 410) {
            return OptionalLong.empty();
        }
        server.read(stands);
        return stands.headers().firstValueAsLong("Upload-Offset");
    }

    /** Sends all that is left; absent where it broke off, or the server is not where we thought. */
    private OptionalLong piece(String at, long offset) throws IOException, InterruptedException {
        try (FileChannel from = FileChannel.open(file.path())) {
            InputStream rest = Channels.newInputStream(from.position(offset));
            HttpResponse<String> sent = server.exchange(request(at)
                    .header("Upload-Offset", Long.toString(offset))
                    .header("Content-Type", "application/offset+octet-stream")
                    .method(
                            "PATCH",
                            BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> rest), bytes - offset))
                    .build());
            if (isToBeAskedAgain(sent.statusCode()) || sent.statusCode() == 409 || sent.statusCode() == 410) {
                return OptionalLong.empty();
            }
            server.read(sent);
            return sent.headers().firstValueAsLong("Upload-Offset");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IOException brokenOff) {
            if (!Files.isReadable(file.path()) || Files.size(file.path()) != bytes) {
                throw brokenOff;
            }
            return OptionalLong.empty();
        }
    }

    /** Asks until there is an answer. */
    private HttpResponse<String> until(HttpRequest asked) throws InterruptedException {
        while (true) {
            try {
                HttpResponse<String> answer = server.exchange(asked);
                if (!isToBeAskedAgain(answer.statusCode())) {
                    return answer;
                }
                patience.pause(Optional.empty());
            } catch (IOException away) {
                patience.pause(Optional.of(server.away(away)));
            }
        }
    }

    /** Another request is still at it, or nothing can be recorded for a while. */
    private static boolean isToBeAskedAgain(int status) {
        return status == 423 || status == 503;
    }

    private HttpRequest.Builder request(String path) {
        return server.request(path).header("Tus-Resumable", "1.0.0");
    }

    private static String metadata(Map<String, String> said) {
        return said.entrySet().stream()
                .map(each -> each.getKey() + " "
                        + Base64.getEncoder().encodeToString(each.getValue().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
    }

    /** Waits longer and longer, and gives up when nothing has gone on for too long. */
    private static final class Patience {
        private final Duration longest;
        private Duration pause = FIRST_PAUSE;
        private OptionalLong since = OptionalLong.empty();

        Patience(Duration longest) {
            this.longest = longest;
        }

        void progress(boolean any) {
            if (any) {
                pause = FIRST_PAUSE;
                since = OptionalLong.empty();
            }
        }

        void pause(Optional<ServerRefused> away) throws InterruptedException {
            long now = System.nanoTime();
            if (now - since.orElse(now) > longest.toNanos()) {
                throw away.orElseGet(() -> new ServerRefused(
                        "The server has taken nothing for " + longest.toSeconds() + " seconds; try again later"));
            }
            since = OptionalLong.of(since.orElse(now));
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }
}
