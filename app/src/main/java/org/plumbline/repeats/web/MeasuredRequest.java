package org.plumbline.repeats.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Digest;

/**
 * A request whose body is hashed as it is read, whatever its length; the digest covers what else changes its meaning.
 */
final class MeasuredRequest extends HttpServletRequestWrapper {
    private final MessageDigest hash = sha256();
    private @Nullable ServletInputStream body;

    MeasuredRequest(HttpServletRequest request) {
        super(request);
        cover(request.getQueryString());
        cover(request.getHeader("If-Match"));
    }

    /** The digest of the whole request; reads what nobody has read yet. */
    Digest digest() throws IOException {
        getInputStream().transferTo(OutputStream.nullOutputStream());
        return new Digest(HexFormat.of().formatHex(hash.digest()));
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream known = body;
        if (known == null) {
            known = new Hashed(super.getInputStream());
            body = known;
        }
        return known;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private void cover(@Nullable String part) {
        hash.update((part == null ? "" : part).getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private final class Hashed extends ServletInputStream {
        private final ServletInputStream in;

        Hashed(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            if (one >= 0) {
                hash.update((byte) one);
            }
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = in.read(into, from, most);
            if (read > 0) {
                hash.update(into, from, read);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("A keyed request is read on its own thread");
        }
    }
}
