package org.plumbline.engine.evidence.custody;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Exhibit E0007 of case 2031-0007, Harbour, and who handles it. */
final class Harbour {
    static final UUID OFFICE = UUID.fromString("01970000-0000-7000-8000-000000000001");
    static final UUID CASE = UUID.fromString("01970000-0000-7000-8000-000000000002");
    static final UUID EXHIBIT = UUID.fromString("01970000-0000-7000-8000-000000000007");
    static final Instant RECEIVED = Instant.parse("2031-03-14T09:00:00.123456Z");
    static final Person RITA = new Person(UUID.fromString("01970000-0000-7000-8000-0000000000a1"), "Rita Vale");
    static final Person NUNO = new Person(UUID.fromString("01970000-0000-7000-8000-0000000000a2"), "Nuno Salt");
    static final Person INES = new Person(UUID.fromString("01970000-0000-7000-8000-0000000000a3"), "Inês Quay");
    static final List<Person> PEOPLE = List.of(RITA, NUNO, INES);

    private Harbour() {}

    /** A bag of powder that Rita took in. */
    static Receipt thing() {
        return receipt(Optional.empty(), Optional.of(new Quantity("12.5", "g")));
    }

    /** A file that Rita took in. */
    static Receipt file() {
        return receipt(Optional.of("ab".repeat(32)), Optional.empty());
    }

    private static Receipt receipt(Optional<String> sha256, Optional<Quantity> quantity) {
        return new Receipt(
                EXHIBIT,
                OFFICE,
                CASE,
                "E0007",
                "Grey bag",
                sha256.isPresent() ? "upload" : "collected",
                Optional.empty(),
                Optional.empty(),
                sha256,
                sha256.map(s -> 12L),
                quantity,
                RECEIVED,
                RITA.id());
    }

    /** The next act of the chain, an hour after the one before. */
    static Act next(Chain chain, Person by, Deed deed) {
        Instant at = RECEIVED.plusSeconds(3600L * (chain.length() + 1));
        return new Act(
                new UUID(0x0197_0000_0000_7000L, 0x8000_0000_0000_1000L + chain.length()),
                OFFICE,
                CASE,
                "2031-0007",
                EXHIBIT,
                "E0007",
                chain.length() + 1,
                chain.last(),
                new EventTime(at.toString(), EventTime.Clock.SERVER, Optional.empty()),
                at,
                by,
                deed);
    }

    static Deed.Found found(String seal) {
        return new Deed.Found(
                Optional.of(seal).filter(s -> !s.isEmpty()), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Tooling by(String method) {
        return new Tooling(method, Optional.empty(), Optional.empty());
    }

    static Place place(int number) {
        return new Place(new UUID(7, number), "P" + number, "Evidence room, shelf " + number);
    }
}
