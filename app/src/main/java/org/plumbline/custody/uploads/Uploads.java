package org.plumbline.custody.uploads;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Access;
import org.plumbline.access.Decision;
import org.plumbline.access.Stamps;
import org.plumbline.custody.ByteCount;
import org.plumbline.custody.Quotas;
import org.plumbline.custody.UploadTaker;
import org.plumbline.custody.vault.Arriving;
import org.plumbline.custody.vault.Vault;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that arrive in pieces. Whoever began an upload goes on with it, nobody else; to others it is not there. On the
 * trail are that it was begun, received or given up, and what was refused, but not each piece.
 */
@Service
@Application
public class Uploads {
    /** The most that one upload may bring. */
    public static final long LONGEST = 1L << 40;

    /** How long an upload may take, from its beginning. */
    public static final Duration LIFE = Duration.ofDays(7);

    private static final Action BEGIN = new Action("custody.begin-upload", Right.WRITE);
    private static final Action READ = new Action("custody.read-upload", Right.READ);
    private static final Action APPEND = new Action("custody.go-on-with-upload", Right.WRITE);
    private static final Action GIVE_UP = new Action("custody.give-up-upload", Right.WRITE);

    private final Acts acts;
    private final Access access;
    private final Stamps stamps;
    private final Vault vault;
    private final Quotas quotas;
    private final Room room;
    private final Turns turns;
    private final UploadTaker taker;
    private final Reception reception;
    private final UploadTable table;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate reading;

    Uploads(
            Acts acts,
            Access access,
            Stamps stamps,
            Vault vault,
            Quotas quotas,
            Room room,
            Turns turns,
            UploadTaker taker,
            Reception reception,
            UploadTable table,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.acts = acts;
        this.access = access;
        this.stamps = stamps;
        this.vault = vault;
        this.quotas = quotas;
        this.room = room;
        this.turns = turns;
        this.taker = taker;
        this.reception = reception;
        this.table = table;
        this.ids = ids;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * Begins an upload; refused where the whole file would be once it has arrived, as far as that is known now.
     *
     * @throws Refused when the sender may not receive here, a quota or the disk has too little room, or the destination
     *     takes nothing
     */
    public Upload begin(CaseId caseId, Asked asked) {
        return acts.perform(BEGIN, Scope.of(caseId), () -> {
            if (asked.bytes() > LONGEST) {
                throw tooLong(asked.bytes(), LONGEST);
            }
            quotas.require(caseId, asked.bytes());
            room.require(asked.bytes());
            taker.refuseEarly(caseId, asked.to());
            Upload upload = upload(stamps.inCase(caseId), asked, arriving(caseId, asked));
            table.insert(upload);
            return Noted.of(upload)
                    .with("upload", upload.id())
                    .with("bytes", upload.bytes())
                    .with("expires", upload.expires());
        });
    }

    /** An upload as it is recorded, also after it has ended; how far it has come only while nobody is at it. */
    public Standing read(CaseId caseId, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Upload upload = own(caseId, id).orElseThrow(Refusal.absent()::asException);
            return Noted.of(new Standing(upload, offset(upload))).with("upload", id);
        });
    }

    /**
     * How far an upload has come. Where all has arrived and a kill came between the last byte and its record, it is
     * received now: what is said to be whole is an exhibit.
     *
     * @throws Refused when it is over, or another request is at it
     */
    public Standing stand(CaseId caseId, UUID id) {
        Upload upload = acts.consult(READ, Scope.of(caseId), () -> {
            Upload found = own(caseId, id).orElseThrow(Refusal.absent()::asException);
            if (found.isOver(clock.instant())) {
                throw over();
            }
            return Noted.of(found).with("upload", id);
        });
        if (upload.isReceived()) {
            return new Standing(upload, upload.bytes());
        }
        return turns.during(id, () -> {
            try (Arriving arriving = resume(caseId, id)) {
                return whereItStands(upload, arriving);
            }
        });
    }

    /**
     * Takes a piece; what arrived before the sender broke off is kept. With the last byte the file is received, and is
     * an exhibit when this returns.
     *
     * @throws Refused when the sender may not write here now, the upload is over, another request is at it, the piece
     *     belongs elsewhere, or its checksum does not hold
     */
    public Standing append(CaseId caseId, UUID id, Piece piece) {
        Upload upload = mayGoOn(caseId, id);
        return turns.during(id, () -> {
            try (Arriving arriving = resume(caseId, id)) {
                append(upload, arriving, piece);
                return whereItStands(upload, arriving);
            }
        });
    }

    /** Gives an upload up; its bytes are gone. */
    public void giveUp(CaseId caseId, UUID id) {
        turns.during(id, () -> {
            Upload upload = acts.perform(GIVE_UP, Scope.of(caseId), () -> {
                Upload found = open(caseId, id);
                table.end(id, stamps.inCase(caseId), Upload.End.GIVEN_UP, Optional.empty());
                return Noted.of(found).with("upload", id);
            });
            vault.resume(caseId, upload.arriving()).ifPresent(Arriving::drop);
            return upload;
        });
    }

    private void append(Upload upload, Arriving arriving, Piece piece) {
        if (piece.offset() != arriving.offset()) {
            throw elsewhere(piece.offset(), arriving.offset());
        }
        long left = upload.bytes() - arriving.offset();
        if (piece.size().isPresent() && piece.size().getAsLong() > left) {
            throw tooLong(arriving.offset() + piece.size().getAsLong(), upload.bytes());
        }
        Pieces.append(arriving, piece, left, room);
    }

    private Standing whereItStands(Upload upload, Arriving arriving) {
        if (arriving.offset() < upload.bytes()) {
            return new Standing(upload, arriving.offset());
        }
        UUID exhibit = reception.receive(upload, arriving);
        return new Standing(received(upload, exhibit), upload.bytes());
    }

    /** Decided anew for each piece, and recorded only when it is refused. */
    private Upload mayGoOn(CaseId caseId, UUID id) {
        Optional<Upload> mine = Objects.requireNonNull(reading.execute(
                status -> access.decide(Acting.require(), APPEND, Scope.of(caseId)) instanceof Decision.Allowed
                        ? own(caseId, id)
                        : Optional.<Upload>empty()));
        return mine.filter(upload -> upload.ended().isEmpty() && !upload.isOver(clock.instant()))
                .orElseGet(() -> acts.perform(
                        APPEND,
                        Scope.of(caseId),
                        () -> Noted.of(open(caseId, id)).with("upload", id)));
    }

    /** One's own upload that may go on. */
    private Upload open(CaseId caseId, UUID id) {
        Upload found = own(caseId, id).orElseThrow(Refusal.absent()::asException);
        if (found.isReceived()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "upload-received", Map.of()).asException();
        }
        if (found.isOver(clock.instant())) {
            throw over();
        }
        return found;
    }

    /** The bytes of an upload, read in one's turn: an upload that ended meanwhile has none. */
    private Arriving resume(CaseId caseId, UUID id) {
        return Objects.requireNonNull(reading.execute(status -> own(caseId, id)))
                .filter(upload -> upload.ended().isEmpty())
                .flatMap(upload -> vault.resume(caseId, upload.arriving(), upload.compared()))
                .orElseThrow(Uploads::over);
    }

    private long offset(Upload upload) {
        if (upload.ended().isPresent()) {
            return upload.isReceived() ? upload.bytes() : 0;
        }
        return turns.ifFree(upload.id(), () -> {
                    Optional<Arriving> arriving = vault.resume(upload.caseId(), upload.arriving(), upload.compared());
                    long offset = arriving.map(Arriving::offset).orElse(0L);
                    arriving.ifPresent(Arriving::close);
                    return offset;
                })
                .orElse(0L);
    }

    private Optional<Upload> own(CaseId caseId, UUID id) {
        return table.own(caseId, id, Acting.require().member());
    }

    /** Should the transaction not be kept, the vault sweeps it away at the next start: no record awaits it. */
    private UUID arriving(CaseId caseId, Asked asked) {
        try (Arriving arriving = vault.begin(caseId, asked.compared())) {
            return arriving.id();
        }
    }

    private Upload upload(Stamp stamp, Asked asked, UUID arriving) {
        return new Upload(
                ids.next(),
                stamp,
                arriving,
                asked.as(),
                asked.bytes(),
                asked.sha256(),
                asked.compared(),
                asked.to(),
                asked.metadata(),
                stamp.recordedAt().plus(LIFE).truncatedTo(ChronoUnit.SECONDS),
                Optional.empty(),
                Optional.empty());
    }

    private static Upload received(Upload upload, UUID exhibit) {
        return new Upload(
                upload.id(),
                upload.stamp(),
                upload.arriving(),
                upload.as(),
                upload.bytes(),
                upload.sha256(),
                upload.compared(),
                upload.to(),
                upload.metadata(),
                upload.expires(),
                Optional.of(Upload.End.RECEIVED),
                Optional.of(exhibit));
    }

    private static Refused over() {
        return Refusal.of(Refusal.Kind.GONE, "upload-over", Map.of()).asException();
    }

    private static Refused elsewhere(long given, long offset) {
        return Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "upload-offset-differs",
                        Map.of("given", Long.toString(given), "offset", Long.toString(offset)))
                .asException();
    }

    private static Refused tooLong(long bytes, long most) {
        return Refusal.of(
                        Refusal.Kind.TOO_LARGE,
                        "upload-too-long",
                        Map.of("bytes", ByteCount.words(bytes), "most", ByteCount.words(most)))
                .asException();
    }
}
