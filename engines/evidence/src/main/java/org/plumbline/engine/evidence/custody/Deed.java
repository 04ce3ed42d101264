package org.plumbline.engine.evidence.custody;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What was done with an exhibit: the part of an act that depends on its kind. */
public sealed interface Deed {
    /** How it came in. */
    record Collect(Acquisition acquisition) implements Deed {}

    /** The first seal was put on. */
    record Seal(String seal, Optional<String> packaging) implements Deed {}

    /** It was looked at from outside. */
    record Inspect(Optional<Boolean> sealIntact, Optional<String> condition, Optional<String> note) implements Deed {}

    /**
     * The seal was opened.
     *
     * @param seal the number that was found
     * @param intact whether it was found whole, and as it was put on
     */
    record BreakSeal(String seal, boolean intact, String reason) implements Deed {}

    /** A further seal was put on. */
    record Reseal(String seal, Optional<String> packaging) implements Deed {}

    /**
     * The custodian lets go of it.
     *
     * @param until when the taker must have signed
     * @param onBehalf why somebody else than the custodian releases it, such as that the custodian has left
     */
    record TransferOut(Person to, Instant until, String reason, Optional<String> onBehalf) implements Deed {}

    /**
     * The taker has it; or the giver has it back.
     *
     * @param release the digest of the act that released it
     * @param found what the item showed
     */
    record TransferIn(ActDigest release, Found found) implements Deed {}

    /**
     * It left for a while; the custodian stays the same.
     *
     * @param to the member who has it; absent where it is somebody outside
     * @param toName who has it
     */
    record CheckOut(Optional<UUID> to, String toName, Instant until, String purpose) implements Deed {}

    /** It is back. */
    record CheckIn(Found found) implements Deed {}

    /** It was put elsewhere. */
    record Move(Place place, Optional<String> reason) implements Deed {}

    /**
     * A copy was made.
     *
     * @param sha256 of the source, as found then
     * @param copy the exhibit that is the copy, where it is one
     */
    record Copy(Tooling means, Optional<String> sha256, Optional<UUID> copy) implements Deed {}

    /** It was examined. */
    record Analyse(Tooling means, Optional<String> result) implements Deed {}

    /**
     * Some of it became exhibits of their own.
     *
     * @param remaining what is left
     */
    record Split(List<Part> parts, Quantity remaining) implements Deed {
        public Split {
            parts = List.copyOf(parts);
        }
    }

    /** All of it went into another exhibit. */
    record MergeOut(UUID into, String intoNumber, Quantity quantity) implements Deed {}

    /**
     * It took in all of others.
     *
     * @param total what there is now
     */
    record MergeIn(List<Source> sources, Quantity total) implements Deed {
        public MergeIn {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Something happened that should not have.
     *
     * @param sha256 the digest that was found, where it is about that
     */
    record Incident(String what, Optional<String> sha256) implements Deed {}

    /**
     * An act says something wrong; it stays as it is, and this stands beside it.
     *
     * @param wrong what it says
     * @param right what is so
     */
    record Correct(ActDigest act, String wrong, String right) implements Deed {}

    /**
     * It is there no more.
     *
     * @param authority who or what allowed it
     * @param certificate number or text of the certificate
     * @param witness who saw it and signs too
     * @param to who has it now, where it was given back or handed over
     */
    record Dispose(Ending ending, String authority, String certificate, Person witness, Optional<String> to)
            implements Deed {}

    /** How an exhibit ended. */
    enum Ending {
        DESTROYED,
        RETURNED,
        HANDED_OVER;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What an item showed when it was handed over.
     *
     * @param seal the number of the seal it came with
     * @param sha256 of its content, computed then
     * @param place where it was put
     */
    record Found(Optional<String> seal, Optional<String> sha256, Optional<Place> place, Optional<String> condition) {}

    /** A part that became an exhibit. */
    record Part(UUID exhibit, String name, Quantity quantity) {}

    /**
     * An exhibit that went into this one.
     *
     * @param act the digest of the act by which it was given
     */
    record Source(UUID exhibit, String number, ActDigest act, Quantity quantity) {}

    /** The kind of act. */
    default Kind kind() {
        return switch (this) {
            case Collect deed -> Kind.COLLECT;
            case Seal deed -> Kind.SEAL;
            case Inspect deed -> Kind.INSPECT;
            case BreakSeal deed -> Kind.BREAK_SEAL;
            case Reseal deed -> Kind.RESEAL;
            case TransferOut deed -> Kind.TRANSFER_OUT;
            case TransferIn deed -> Kind.TRANSFER_IN;
            case CheckOut deed -> Kind.CHECK_OUT;
            case CheckIn deed -> Kind.CHECK_IN;
            case Move deed -> Kind.MOVE;
            case Copy deed -> Kind.COPY;
            case Analyse deed -> Kind.ANALYSE;
            case Split deed -> Kind.SPLIT;
            case MergeOut deed -> Kind.MERGE_OUT;
            case MergeIn deed -> Kind.MERGE_IN;
            case Incident deed -> Kind.EXCEPTION;
            case Correct deed -> Kind.CORRECT;
            case Dispose deed -> Kind.DISPOSE;
        };
    }
}
