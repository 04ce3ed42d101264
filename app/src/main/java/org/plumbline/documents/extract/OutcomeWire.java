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
            case Outcome.Indexed() -> out.writeByte('I');
            case Outcome.Container() -> out.writeByte('C');
            case Outcome.Encrypted() -> out.writeByte('E');
            case Outcome.Empty() -> out.writeByte('0');
            case Outcome.Unsupported(String kind, String version) -> {
                out.writeByte('U');
                Wire.putString(out, kind);
                Wire.putString(out, version);
            }
            case Outcome.Partial(List<Shortfall> why) -> {
                out.writeByte('P');
                out.writeInt(why.size());
                for (Shortfall each : why) {
                    putShortfall(out, each);
                }
            }
            case Outcome.Failed(Outcome.Reason reason, String detail) -> {
                out.writeByte('F');
                out.writeByte(reason.ordinal());
                Wire.putString(out, detail);
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
            case Shortfall.LimitReached(Limit limit, long allowed, long reached) -> {
                out.writeByte('L');
                out.writeByte(limit.ordinal());
                out.writeLong(allowed);
                out.writeLong(reached);
            }
            case Shortfall.Damaged(String detail) -> {
                out.writeByte('D');
                Wire.putString(out, detail);
            }
            case Shortfall.OcrMissing(String detail) -> {
                out.writeByte('O');
                Wire.putString(out, detail);
            }
            case Shortfall.MembersUnread(Child.Standing standing, int count) -> {
                out.writeByte('M');
                out.writeByte(standing.ordinal());
                out.writeInt(count);
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
