package org.plumbline.custody.uploads;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.plumbline.testing.Browser;

/** Sends uploads as a client of tus does, request by request. */
final class TusSender {
    static final String TYPE = "application/offset+octet-stream";

    private final Browser api;
    private final List<String> always;

    /** @param always headers of each request */
    TusSender(Browser api, String... always) {
        this.api = api;
        this.always = List.of(always);
    }

    Browser.Answer begin(long length, String metadata, String... more) {
        return send(
                "POST",
                "/api/v1/uploads",
                "text/plain",
                new byte[0],
                with(more, "Upload-Length", "" + length, "Upload-Metadata", metadata));
    }

    Browser.Answer patch(String to, long offset, byte[] bytes, String... more) {
        return send("PATCH", to, TYPE, bytes, with(more, "Upload-Offset", "" + offset));
    }

    Browser.Answer head(String of) {
        return send("HEAD", of, "text/plain", new byte[0]);
    }

    Browser.Answer end(String of) {
        return send("DELETE", of, "text/plain", new byte[0]);
    }

    Browser.Answer send(String method, String path, String type, byte[] bytes, String... headers) {
        return api.send(
                method,
                path,
                type,
                bytes,
                with(always.toArray(String[]::new), with(headers, "Tus-Resumable", "1.0.0")));
    }

    /** Pairs of name and value, each in base64. */
    static String metadata(String... pairs) {
        var said = new ArrayList<String>();
        for (int i = 0; i < pairs.length; i += 2) {
            said.add(pairs[i] + " " + base64(pairs[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return String.join(",", said);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A piece of which only the beginning is sent; the connection stays open until it is closed. */
    static Socket half(int port, String token, String to, long offset, int announced, byte[] sent) {
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            OutputStream out = socket.getOutputStream();
            out.write(("PATCH " + to + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                            + "\r\nTus-Resumable: 1.0.0\r\nContent-Type: " + TYPE + "\r\nUpload-Offset: " + offset
                            + "\r\nContent-Length: " + announced + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(sent);
            out.flush();
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] with(String[] some, String... more) {
        var all = new ArrayList<>(Arrays.asList(some));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }
}
