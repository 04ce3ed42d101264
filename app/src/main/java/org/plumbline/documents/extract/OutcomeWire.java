package org.plumbline.documents.extract;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;

/** How an outcome crosses between the processes: one byte for its kind, then its parts. */
final class OutcomeWire {
    private OutcomeWire() {}

    static void put(DataOutputStream out, Outcome outcome) throws IOException {
        switch (outcome) {
            case Outcome.Indexed indexed -> out.writeByte('I');
            case Outcome.Container container -> out.writeByte('C');
            case Outcome.Encrypted encrypted -> out.writeByte('E');
            case Outcome.Empty empty -> out.writeByte('0');
            case Outcome.Unsupported unsupported -> {
                out.writeByte('U');
                Wire.putString(out, unsupported.kind());
                Wire.putString(out, unsupported.version());
            }
            case Outcome.Partial partial -> {
                out.writeByte('P');
                out.writeInt(partial.why().size());
                for (Shortfall each : partial.why()) {
                    putShortfall(out, each);
                }
            }
            case Outcome.Failed failed -> {
                out.writeByte('F');
                Wire.putConstant(out, failed.reason());
                Wire.putString(out, failed.detail());
            }
        }
    }

    static Outcome outcome(DataInputStream in, Wire wire) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 'I' -> new Outcome.Indexed();
            case 'C' -> new Outcome.Container();
            case 'E' -> new Outcome.Encrypted();
            case '0' -> new Outcome.Empty();
            case 'U' -> new Outcome.Unsupported(wire.string(), wire.string());
            case 'P' -> partial(in, wire);
            case 'F' -> new Outcome.Failed(wire.constant(Outcome.Reason.class), wire.string());
            default -> throw new ProtocolException("A worker sent " + kind + " for an outcome");
        };
    }

    private static Outcome partial(DataInputStream in, Wire wire) throws IOException {
        int count = wire.count();
        if (count == 0) {
            throw new ProtocolException("A worker sent a partial outcome without a reason");
        }
        List<Shortfall> why = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            why.add(shortfall(in, wire));
        }
        return new Outcome.Partial(why);
    }

    private static void putShortfall(DataOutputStream out, Shortfall shortfall) throws IOException {
        switch (shortfall) {
            case Shortfall.LimitReached limit -> {
                out.writeByte('L');
                Wire.putConstant(out, limit.limit());
                out.writeLong(limit.allowed());
                out.writeLong(limit.reached());
            }
            case Shortfall.Damaged damaged -> {
                out.writeByte('D');
                Wire.putString(out, damaged.detail());
            }
            case Shortfall.OcrMissing missing -> {
                out.writeByte('O');
                Wire.putString(out, missing.detail());
            }
            case Shortfall.MembersUnread unread -> {
                out.writeByte('M');
                Wire.putConstant(out, unread.standing());
                out.writeInt(unread.count());
            }
        }
    }

    private static Shortfall shortfall(DataInputStream in, Wire wire) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 'L' -> new Shortfall.LimitReached(wire.constant(Limit.class), in.readLong(), in.readLong());
            case 'D' -> new Shortfall.Damaged(wire.string());
            case 'O' -> new Shortfall.OcrMissing(wire.string());
            case 'M' -> new Shortfall.MembersUnread(wire.constant(Child.Standing.class), in.readInt());
            default -> throw new ProtocolException("A worker sent " + kind + " for a shortfall");
        };
    }
}
