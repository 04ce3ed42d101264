package org.plumbline.custody;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.plumbline.access.Access;
import org.plumbline.cases.CaseNumbers;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether there is room for more under the quotas. A case's quota counts what its case level keeps, and what each of
 * its compartments keeps, by itself: a refusal says nothing of what is kept where the person does not work.
 */
@Component
public class Quotas {
    /** The reason code of what finds no room. */
    public static final String REACHED = "quota-reached";

    private final StorageTable table;
    private final Access access;
    private final CaseNumbers numbers;
    private final TransactionTemplate reading;

    Quotas(StorageTable table, Access access, CaseNumbers numbers, PlatformTransactionManager transactions) {
        this.table = table;
        this.access = access;
        this.numbers = numbers;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** A quota that binds here, and how much of it is used. */
    private record Bound(Quota quota, long used) {
        long room() {
            return Math.max(0, quota.limit().orElseThrow() - used);
        }

        Refused refused(long bytes) {
            return Refusal.of(
                            Refusal.Kind.TOO_LARGE,
                            REACHED,
                            Map.of(
                                    "quota",
                                    quota.kind() == Quota.Kind.ORGANISATION ? "organisation" : "case",
                                    "limit",
                                    ByteCount.words(quota.limit().orElseThrow()),
                                    "used",
                                    ByteCount.words(used),
                                    "bytes",
                                    ByteCount.words(bytes)))
                    .asException();
        }
    }

    /** Whether a refusal says that a quota is reached. */
    public static boolean isReached(Refused refused) {
        return refused.refusal().code().equals(REACHED);
    }

    /**
     * The same bytes, broken off with a refusal as soon as there are more than now find room; what finds room is asked
     * again, and for good, when it is kept.
     */
    public InputStream within(CaseId caseId, InputStream bytes) {
        List<Bound> bounds = Objects.requireNonNull(reading.execute(
                status -> bounds(table.quotas(own()), caseId, table.bytes(caseId, access.seriesOf(caseId)))));
        return bounds.isEmpty() ? bytes : new Guarded(bytes, bounds);
    }

    /**
     * Refuses so many bytes where they now find no room; what finds room is asked again, and for good, when it is kept.
     */
    public void require(CaseId caseId, long bytes) {
        List<Bound> bounds = Objects.requireNonNull(reading.execute(
                status -> bounds(table.quotas(own()), caseId, table.bytes(caseId, access.seriesOf(caseId)))));
        for (Bound bound : bounds) {
            if (bytes > bound.room()) {
                throw bound.refused(bytes);
            }
        }
    }

    /**
     * Takes room for bytes, inside the act that keeps them: until its transaction ends nobody else takes room at the
     * same place of the case, nor, where the organisation has a quota, anywhere in it.
     *
     * @param kept whether they are kept there already, asked once nobody else can keep them meanwhile
     * @throws Refused when there is too little
     */
    void take(CaseId caseId, long bytes, BooleanSupplier kept) {
        List<Quota> quotas = table.quotas(own());
        if (quotas.stream().anyMatch(quota -> quota.kind() == Quota.Kind.ORGANISATION)) {
            table.takeTurn(own());
        }
        int series = access.seriesOf(caseId);
        long used = table.hold(own(), caseId, series);
        if (kept.getAsBoolean()) {
            return;
        }
        for (Bound bound : bounds(quotas, caseId, used)) {
            if (bytes > bound.room()) {
                throw bound.refused(bytes);
            }
        }
        table.add(caseId, series, bytes);
    }

    /** @param used at the place of the case that is worked in */
    private List<Bound> bounds(List<Quota> quotas, CaseId caseId, long used) {
        Optional<Bound> ofCase = quotas.stream().anyMatch(q -> q.kind() != Quota.Kind.ORGANISATION)
                ? ofCase(quotas, numbers.number(caseId)).map(quota -> new Bound(quota, used))
                : Optional.empty();
        Optional<Bound> ofAll = quotas.stream()
                .filter(quota -> quota.kind() == Quota.Kind.ORGANISATION)
                .findFirst()
                .map(quota -> new Bound(quota, table.bytes(own())));
        return Stream.of(ofCase, ofAll).flatMap(Optional::stream).toList();
    }

    /** The case's own quota, otherwise that of each case. */
    private static Optional<Quota> ofCase(List<Quota> quotas, String number) {
        return Stream.of(Quota.Kind.ONE_CASE, Quota.Kind.EACH_CASE)
                .flatMap(kind -> quotas.stream().filter(quota -> quota.isFor(kind, number)))
                .findFirst();
    }

    private static OrganisationId own() {
        return Acting.require().organisation();
    }

    /** Counts what is read. */
    private static final class Guarded extends FilterInputStream {
        private final List<Bound> bounds;
        private long read;

        Guarded(InputStream bytes, List<Bound> bounds) {
            super(bytes);
            this.bounds = bounds;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int some = super.read(into, from, most);
            count(Math.max(0, some));
            return some;
        }

        private void count(int more) throws IOException {
            read += more;
            for (Bound bound : bounds) {
                if (read > bound.room()) {
                    // The rest is read and kept nowhere: a sender who is cut off would not hear why.
                    throw bound.refused(read + in.transferTo(OutputStream.nullOutputStream()));
                }
            }
        }
    }
}
