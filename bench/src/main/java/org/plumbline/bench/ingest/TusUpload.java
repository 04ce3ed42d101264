package org.plumbline.bench.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends files into one ingestion of a case over tus 1.0.0, each in one piece on a bare socket: nothing slows it but the
 * server.
 */
final class TusUpload {
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern LOCATION = Pattern.compile("(?mi)^location: *(?:https?://[^/]+)?(/\\S+)");
    private static final int BLOCK = 1 << 20;

    private final int port;
    private final String token;
    private final String caseId;
    private final String ingestion;
    private final byte[] block = new byte[BLOCK];
    private int sent;

    private TusUpload(int port, String token, String caseId, String ingestion) {
        this.port = port;
        this.token = token;
        this.caseId = caseId;
        this.ingestion = ingestion;
        new Random(2031).nextBytes(block);
    }

    /** Begins an ingestion in the first case that takes one; left open, nothing in it is read meanwhile. */
    static TusUpload into(int port, String token) {
        var plain = new TusUpload(port, token, "", "");
        Matcher cases = ID.matcher(plain.ask("GET", "/api/v1/cases?limit=50", "", ""));
        while (cases.find()) {
            String begun = plain.ask(
                    "POST",
                    "/api/v1/cases/" + cases.group(1) + "/ingestions",
                    "Content-Type: application/json\r\n",
                    "{\"title\":\"Bench\"}");
            Matcher id = ID.matcher(begun);
            if (begun.startsWith("HTTP/1.1 201") && id.find()) {
                return new TusUpload(port, token, cases.group(1), id.group(1));
            }
        }
        throw new IllegalStateException("No case of the sample takes files");
    }

    /** Sends so many mebibytes that were not sent before, and returns when they are received for good. */
    void send(int mebibytes) {
        long length = (long) mebibytes * BLOCK;
        sent++;
        String metadata =
                "case " + said(caseId) + ",ingestion " + said(ingestion) + ",filename " + said("file-" + sent + ".bin");
        String begun = ask(
                "POST",
                "/api/v1/uploads",
                "Tus-Resumable: 1.0.0\r\nUpload-Length: " + length + "\r\nUpload-Metadata: " + metadata + "\r\n",
                "");
        Matcher place = LOCATION.matcher(begun);
        if (!begun.startsWith("HTTP/1.1 201") || !place.find()) {
            throw new IllegalStateException("The upload was not begun: " + begun);
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(
                    "PATCH",
                    place.group(1),
                    "Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\n",
                    length));
            for (int number = 0; number < mebibytes; number++) {
                ByteBuffer.wrap(block).putInt(sent).putInt(number);
                out.write(block);
            }
            out.flush();
            String answer = read(socket);
            if (!answer.startsWith("HTTP/1.1 204")) {
                throw new IllegalStateException("The file was not received: " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be sent", e);
        }
    }

    private String ask(String method, String path, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(method, path, headers, bytes.length));
            out.write(bytes);
            out.flush();
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException("The server could not be asked", e);
        }
    }

    private byte[] head(String method, String path, String headers, long length) {
        return (method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer " + token
                        + "\r\nConnection: close\r\nContent-Length: " + length + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String read(Socket socket) throws IOException {
        var answer = new StringBuilder();
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (int one = in.read(); one >= 0; one = in.read()) {
            answer.append((char) one);
        }
        return answer.toString();
    }

    private static String said(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }
}
