package org.plumbline.custody.uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.plumbline.custody.ByteCount;
import org.plumbline.custody.vault.Arriving;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;

/** How a piece gets into the vault: as it comes, or whole and checked where its sender stated a checksum. */
final class Pieces {
    /** A piece with a checksum waits in memory until it is whole: nothing of it may be kept before. */
    static final int MOST_CHECKED = 16 << 20;

    private Pieces() {}

    /** @throws Refused when the checksum does not hold, the piece is too long to be checked, or the disk is full */
    static void append(Arriving arriving, Piece piece, long left, Room room) {
        var watched = room.watched(piece.bytes());
        if (piece.checksum().isPresent()) {
            checked(arriving, piece.checksum().get(), watched, Math.min(left, MOST_CHECKED));
        } else {
            arriving.append(watched, left);
        }
        watched.stopped().ifPresent(refusal -> {
            throw refusal.asException();
        });
    }

    private static void checked(Arriving arriving, Checksum checksum, Room.Watched bytes, long most) {
        byte[] whole;
        try {
            whole = bytes.readNBytes((int) most + 1);
        } catch (IOException brokenOff) {
            return; // nothing of it is kept: what it should have been is not known to be here
        }
        if (whole.length > most) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "checksum-piece-too-long", Map.of("most", ByteCount.words(most)))
                    .asException();
        }
        if (!checksum.holds(whole, whole.length)) {
            throw Refusal.of(Refusal.Kind.DAMAGED, "checksum-differs", Map.of("algorithm", checksum.algorithm()))
                    .asException();
        }
        arriving.append(new ByteArrayInputStream(whole), whole.length);
    }
}
