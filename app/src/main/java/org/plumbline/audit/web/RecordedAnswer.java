package org.plumbline.audit.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plumbline.audit.Consultation;

/**
 * Names the entry in a header when the body begins: not earlier, since only then it is on the trail; counts what
 * leaves.
 */
final class RecordedAnswer extends HttpServletResponseWrapper {
    private final Consultation consultation;
    private @Nullable Counted counted;
    private long length = -1;

    RecordedAnswer(HttpServletResponse response, Consultation consultation) {
        super(response);
        this.consultation = consultation;
    }

    /** Whether it is a file to be kept, not a page to be looked at. */
    boolean isDownload() {
        @Nullable String disposition = getHeader("Content-Disposition");
        return counted != null && disposition != null && disposition.startsWith("attachment");
    }

    /** How it ended, in one word. */
    String how(boolean chainEnded) {
        Counted out = counted;
        if (out != null && out.broken) {
            return "cut-off";
        }
        return chainEnded && (length < 0 || sent() >= length) ? "complete" : "failed";
    }

    long sent() {
        Counted out = counted;
        return out == null ? 0 : out.bytes;
    }

    OptionalLong whole() {
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    @Override
    public void setContentLengthLong(long bytes) {
        length = bytes;
        super.setContentLengthLong(bytes);
    }

    @Override
    public void setContentLength(int bytes) {
        length = bytes;
        super.setContentLength(bytes);
    }

    @Override
    public void addHeader(String name, String value) {
        stated(name, value);
        super.addHeader(name, value);
    }

    @Override
    public void setHeader(String name, String value) {
        stated(name, value);
        super.setHeader(name, value);
    }

    private void stated(String name, @Nullable String value) {
        if (name.equalsIgnoreCase("Content-Length") && value != null && value.matches("[0-9]{1,18}")) {
            length = Long.parseLong(value);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        name();
        Counted out = counted;
        if (out == null) {
            out = new Counted(super.getOutputStream());
            counted = out;
        }
        return out;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        name();
        return super.getWriter();
    }

    private void name() {
        consultation.onRecord().ifPresent(id -> setHeader(ConsultationFilter.PAGE, id.toString()));
    }

    /** Bytes that were taken by the connection. */
    private static final class Counted extends ServletOutputStream {
        private final ServletOutputStream out;
        private long bytes;
        private boolean broken;

        Counted(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int count) throws IOException {
            noted(() -> out.write(some, from, count));
            bytes += count;
        }

        @Override
        public void flush() throws IOException {
            noted(out::flush);
        }

        @Override
        public void close() throws IOException {
            noted(out::close);
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }

        private void noted(Sending sending) throws IOException {
            try {
                sending.run();
            } catch (IOException e) {
                broken = true;
                throw e;
            }
        }
    }

    /** Something that fails when the reader is gone. */
    @FunctionalInterface
    private interface Sending {
        void run() throws IOException;
    }
}
