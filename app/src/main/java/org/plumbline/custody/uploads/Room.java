package org.plumbline.custody.uploads;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Refusal;
import org.plumbline.watching.DiskReserve;
import org.plumbline.watching.Obstacle;
import org.plumbline.watching.Obstacles;
import org.springframework.stereotype.Component;

/** Whether the disk takes what arrives: asked when an upload begins, and again and again while it lasts. */
@Component
final class Room {
    private static final long LOOK_EVERY = 16L << 20;

    private final DiskReserve reserve;
    private final Obstacles obstacles;

    Room(DiskReserve reserve, Obstacles obstacles) {
        this.reserve = reserve;
        this.obstacles = obstacles;
    }

    /** @throws org.plumbline.kernel.Refused when the disk has less left than this, beside its reserve */
    void require(long bytes) {
        if (!reserve.hasRoom(bytes)) {
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "upload-no-room", Map.of())
                    .asException();
        }
    }

    /** The same bytes, which end early when the disk takes no more. */
    Watched watched(InputStream bytes) {
        return new Watched(bytes);
    }

    /** Looks around from time to time while it is read. */
    final class Watched extends FilterInputStream {
        private long sinceLook;
        private @Nullable Obstacle seen;

        private Watched(InputStream bytes) {
            super(bytes);
        }

        /** Why it ended early; absent where it did not. */
        Optional<Refusal> stopped() {
            return Optional.ofNullable(seen)
                    .map(obstacle -> Refusal.of(Refusal.Kind.UNAVAILABLE, obstacle.code(), Map.of("seconds", "60")));
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (sinceLook >= LOOK_EVERY) {
                sinceLook = 0;
                seen = obstacles.toWriting().orElse(null);
            }
            if (seen != null) {
                throw new IOException("Nothing more is taken: " + seen.code());
            }
            int some = super.read(into, from, most);
            sinceLook += Math.max(0, some);
            return some;
        }
    }
}
