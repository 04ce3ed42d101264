package org.plumbline.engine.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Subtree;

/** The bytes that are signed, by type of key (C2SP signed-note; tlog-cosignature, "signed message"). */
final class SignedMessage {
    private static final byte[] SUBTREE_LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

    /** Names and origins are preceded by one byte with their length. */
    private static final int MOST_BYTES = 255;

    private SignedMessage() {}

    static byte[] note(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] cosignature(long time, String text) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] subtree(String signer, long time, String origin, Subtree subtree, Hash root) throws Refused {
        byte[] name = short8(signer, Fault.KEY_NAME);
        byte[] log = short8(origin, Fault.CHECKPOINT_ORIGIN);
        if (subtree.start() != 0 && time != 0) {
            throw new Refused(Fault.COSIGNATURE_TIME, "none for a subtree that begins at " + subtree.start());
        }
        if (subtree.size() == 0 && !root.equals(Hash.EMPTY_TREE)) {
            throw new Refused(Fault.EMPTY_TREE_ROOT, root.toString());
        }
        return ByteBuffer.allocate(SUBTREE_LABEL.length + 2 + name.length + log.length + 3 * Long.BYTES + Hash.BYTES)
                .put(SUBTREE_LABEL)
                .put((byte) name.length)
                .put(name)
                .putLong(time)
                .put((byte) log.length)
                .put(log)
                .putLong(subtree.start())
                .putLong(subtree.end())
                .put(root.bytes())
                .array();
    }

    private static byte[] short8(String text, Fault fault) throws Refused {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length > MOST_BYTES) {
            throw new Refused(fault, bytes.length + " bytes, 1 to " + MOST_BYTES);
        }
        return bytes;
    }
}
