package org.plumbline.engine.log.timestamp;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * One value in DER (ITU-T X.690): definite lengths in their shortest form, tags of one byte.
 *
 * @param whole tag, length and content
 * @param content what is in it
 */
@SuppressWarnings("ArrayRecordComponent") // A view of bytes, never compared.
record Der(int tag, byte[] whole, byte[] content) {
    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int NULL = 0x05;
    static final int OBJECT = 0x06;
    static final int TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    /** Context-specific and constructed; the number is added. */
    static final int CONTEXT = 0xA0;

    private static final int LONG_FORM = 0x80;
    private static final int HIGH_TAG = 0x1F;
    private static final int MOST_LENGTH_BYTES = 3;

    /** The one value that these bytes are. */
    static Der of(byte[] bytes) throws Refused {
        Der first = at(bytes, 0);
        if (first.whole.length != bytes.length) {
            throw broken("bytes after its end");
        }
        return first;
    }

    /** Makes a value. */
    static byte[] write(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        var out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.size();
        if (length >= LONG_FORM) {
            byte[] bytes = BigInteger.valueOf(length).toByteArray();
            int from = bytes[0] == 0 ? 1 : 0;
            out.write(LONG_FORM | (bytes.length - from));
            out.write(bytes, from, bytes.length - from);
        } else {
            out.write(length);
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    /** What stands in it, one after the other. */
    List<Der> children() throws Refused {
        var children = new ArrayList<Der>();
        for (int at = 0; at < content.length; at += children.getLast().whole.length) {
            children.add(at(content, at));
        }
        return List.copyOf(children);
    }

    /** The same, of a value that has this tag. */
    List<Der> children(int expected) throws Refused {
        return as(expected).children();
    }

    /** Refuses another tag. */
    Der as(int expected) throws Refused {
        if (tag != expected) {
            throw broken("tag " + Integer.toHexString(tag) + " instead of " + Integer.toHexString(expected));
        }
        return this;
    }

    /** An object identifier in dotted numbers. */
    String object() throws Refused {
        as(OBJECT);
        if (content.length == 0) {
            throw broken("an empty object identifier");
        }
        var text = new StringBuilder();
        long value = 0;
        for (byte each : content) {
            value = (value << 7) | (each & 0x7F);
            if (value > Integer.MAX_VALUE) {
                throw broken("an object identifier with a number too large");
            }
            if (each >= 0) {
                long first = Math.min(value / 40, 2);
                text.append(text.isEmpty() ? first + "." + (value - 40 * first) : "." + value);
                value = 0;
            }
        }
        return text.toString();
    }

    BigInteger integer() throws Refused {
        if (as(INTEGER).content.length == 0) {
            throw broken("an empty number");
        }
        return new BigInteger(content);
    }

    /** The child at this place. */
    static Der child(List<Der> children, int at) throws Refused {
        if (at >= children.size()) {
            throw broken("it ends early");
        }
        return children.get(at);
    }

    static Refused broken(String why) {
        return new Refused(Fault.TIMESTAMP_FORM, why);
    }

    private static Der at(byte[] bytes, int start) throws Refused {
        if (bytes.length - start < 2 || (bytes[start] & HIGH_TAG) == HIGH_TAG) {
            throw broken("no value at byte " + start);
        }
        int first = Byte.toUnsignedInt(bytes[start + 1]);
        int lengthBytes = first < LONG_FORM ? 0 : first - LONG_FORM;
        int from = start + 2 + lengthBytes;
        if (first == LONG_FORM || lengthBytes > MOST_LENGTH_BYTES || from > bytes.length) {
            throw broken("a length that DER has not");
        }
        int length = lengthBytes == 0 ? first : new BigInteger(1, bytes, start + 2, lengthBytes).intValueExact();
        if (length > bytes.length - from) {
            throw broken("it is cut off");
        }
        return new Der(
                Byte.toUnsignedInt(bytes[start]),
                Arrays.copyOfRange(bytes, start, from + length),
                Arrays.copyOfRange(bytes, from, from + length));
    }
}
