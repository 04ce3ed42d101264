package org.plumbline.engine.model.ftm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines without ever holding more than one line's limit. */
final class ByteLines {
    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int end;
    private boolean tooLong;

    ByteLines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line without its line break, or null at the end. {@link #wasTooLong()} says whether it was cut. */
    byte @Nullable [] next() throws IOException {
        line.reset();
        tooLong = false;
        boolean any = false;
        while (position < end || fill()) {
            any = true;
            int newline = newline();
            keep(newline < 0 ? end : newline);
            if (newline >= 0) {
                position = newline + 1;
                return line.toByteArray();
            }
            position = end;
        }
        return any ? line.toByteArray() : null;
    }

    boolean wasTooLong() {
        return tooLong;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private int newline() {
        for (int i = position; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void keep(int until) {
        int room = limit - line.size();
        if (until - position > room) {
            tooLong = true;
        }
        line.write(buffer, position, Math.min(room, until - position));
    }
}
