package org.plumbline.engine.log.witness;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.NoteSignature;
import org.plumbline.engine.log.note.Verified;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;
import org.plumbline.engine.log.tree.Hash;

/** Asks one witness to cosign our checkpoints. */
public final class WitnessClient {
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    /** Ample for an answer of cosignatures of 3.3 kB each. */
    private static final int MOST_BYTES = 200_000;

    private final HttpClient http;
    private final URI addCheckpoint;
    private final List<VerifierKey> keys;
    private final Duration patience;

    /**
     * A client.
     *
     * @param prefix the witness's submission prefix
     * @param keys of the witness; signatures of others are passed over
     * @param patience for the head of an answer, and once more for its body
     */
    public WitnessClient(HttpClient http, URI prefix, List<VerifierKey> keys, Duration patience) {
        this.http = http;
        this.addCheckpoint = URI.create(prefix.toString().replaceFirst("/+$", "") + "/add-checkpoint");
        this.keys = List.copyOf(keys);
        this.patience = patience;
    }

    /** Makes the path from an older size to the checkpoint's; empty from size 0. */
    @FunctionalInterface
    public interface Consistency {
        /** The path. */
        List<Hash> from(long oldSize) throws IOException, Refused;
    }

    /**
     * The witness's verified cosignatures of a checkpoint. When the witness has seen another size than we think, it is
     * asked once more with that one.
     *
     * @param oldSize at which the witness is thought to have seen the log last; 0 when nothing is known
     * @throws Refused {@code WITNESSED_OTHERWISE} when it has seen another root at this size: the alarm of a split view
     */
    public List<NoteSignature> cosign(Note checkpoint, long oldSize, Consistency consistency)
            throws IOException, InterruptedException, Refused {
        long size = Checkpoint.parse(checkpoint.text()).size();
        Answer first = ask(checkpoint, oldSize, consistency);
        if (first.status() != CONFLICT) {
            return cosignatures(checkpoint, first);
        }
        long seen = seenSize(first);
        if (seen > size) {
            throw new Refused(Fault.WITNESS_AHEAD, "it has seen size " + seen + ", this is " + size);
        }
        if (seen == oldSize) {
            throw new Refused(Fault.WITNESSED_OTHERWISE, "at size " + size);
        }
        Answer second = ask(checkpoint, seen, consistency);
        if (second.status() == CONFLICT) {
            boolean same = seenSize(second) == seen;
            throw new Refused(same ? Fault.WITNESSED_OTHERWISE : Fault.OLD_SIZE_STALE, "after " + seen);
        }
        return cosignatures(checkpoint, second);
    }

    /**
     * The size at which the witness has seen the log last, asked with a checkpoint that it may have seen.
     *
     * @param size of the checkpoint
     */
    public long seen(Note checkpoint, long size) throws IOException, InterruptedException, Refused {
        Answer answer = ask(checkpoint, size, old -> List.of());
        if (answer.status() == CONFLICT) {
            return seenSize(answer);
        }
        cosignatures(checkpoint, answer);
        return size;
    }

    private record Answer(int status, String type, String text) {}

    private Answer ask(Note checkpoint, long oldSize, Consistency consistency)
            throws IOException, InterruptedException, Refused {
        List<Hash> path = oldSize == 0 ? List.of() : consistency.from(oldSize);
        HttpRequest request = HttpRequest.newBuilder(addCheckpoint)
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new AddCheckpoint(oldSize, path, checkpoint).body()))
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), type, Strict.text(read(body), MOST_BYTES));
        }
    }

    /**
     * The request's own time limit ends with the head of the answer; a body that never ends has to be given up as well.
     */
    private byte[] read(InputStream body) throws IOException, InterruptedException {
        try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<byte[]> bytes = reader.submit(() -> body.readNBytes(MOST_BYTES + 1));
            try {
                return bytes.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                body.close();
                throw new HttpTimeoutException("The witness's answer did not end within " + patience);
            } catch (ExecutionException e) {
                throw new IOException("The witness's answer broke off", e.getCause());
            }
        }
    }

    private List<NoteSignature> cosignatures(Note checkpoint, Answer answer) throws Refused {
        if (answer.status() != OK) {
            throw new Refused(Fault.WITNESS_REFUSED, "status " + answer.status());
        }
        var ours = new ArrayList<NoteSignature>();
        for (NoteSignature signature : Note.signatures(answer.text())) {
            for (VerifierKey key : keys) {
                if (key.claims(signature)) {
                    requireTime(key.verify(checkpoint.text(), signature));
                    ours.add(signature);
                }
            }
        }
        if (ours.isEmpty()) {
            throw new Refused(Fault.SIGNATURE_MISSING, "of the witness at " + addCheckpoint);
        }
        return List.copyOf(ours);
    }

    private static void requireTime(Verified cosignature) throws Refused {
        if (cosignature.time() == 0) {
            throw new Refused(Fault.COSIGNATURE_TIME, "a witness states when it saw the log");
        }
    }

    private static long seenSize(Answer answer) throws Refused {
        if (!answer.type().equals(Reply.SIZE_TYPE) || !answer.text().endsWith("\n")) {
            throw new Refused(Fault.WITNESS_ANSWER, "a conflict states the size as " + Reply.SIZE_TYPE);
        }
        return Strict.decimal(answer.text().substring(0, answer.text().length() - 1));
    }
}
