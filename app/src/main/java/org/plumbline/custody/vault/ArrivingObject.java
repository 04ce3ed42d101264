package org.plumbline.custody.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;

/** Bytes arriving in an object of the entrance; its last, unfinished segment lies sealed beside it. */
final class ArrivingObject implements Arriving {
    private final ArrivalFiles files;
    private final Arrivals arrivals;
    private final ErasedCases erased;
    private @Nullable ObjectFile object;
    private long offset;

    ArrivingObject(ArrivalFiles files, ObjectFile object, Arrivals arrivals, ErasedCases erased) {
        this.files = files;
        this.object = object;
        this.arrivals = arrivals;
        this.erased = erased;
        this.offset = object.offset();
    }

    @Override
    public UUID id() {
        return files.id();
    }

    @Override
    public CaseId caseId() {
        return files.caseId();
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public long append(InputStream in, long most) {
        ObjectFile open = open();
        try {
            try {
                open.fill(erased.until(caseId(), in), most);
            } finally {
                // Whatever ended it, what arrived is kept.
                open.settle();
                files.keepTail(open.standing());
                offset = open.offset();
            }
        } catch (ObjectFile.CutOff sender) {
            // What came before it stays.
        } catch (SegmentBuffers.Crowded crowded) {
            throw crowded.refusal();
        } catch (IOException e) {
            throw failed(e);
        }
        if (erased.has(caseId())) {
            drop();
            throw ErasedCases.over();
        }
        return offset;
    }

    @Override
    public Incoming finish() {
        ObjectFile open = open();
        try {
            Digest digest = open.finish();
            var compared = open.compared();
            object = null;
            open.close();
            files.check(digest, offset);
            return new Incoming(caseId(), files.object(), files.tail(), digest, compared, offset);
        } catch (IOException e) {
            throw failed(e);
        } finally {
            arrivals.release(id());
        }
    }

    @Override
    public void drop() {
        abandon();
        files.delete();
    }

    @Override
    public void close() {
        ObjectFile open = object;
        if (open != null) {
            object = null;
            arrivals.rest(id(), open.standing());
            closeQuietly(open);
        }
    }

    private ObjectFile open() {
        ObjectFile open = object;
        if (open == null) {
            throw new IllegalStateException("This arrival has ended or was let go of");
        }
        return open;
    }

    /** The files of an erased case are taken away under whoever writes them. */
    private RuntimeException failed(IOException e) {
        if (erased.has(caseId())) {
            drop();
            return ErasedCases.over();
        }
        abandon();
        return new UncheckedIOException("The vault cannot be written", e);
    }

    /** What lies on the disk is read again by whoever resumes it. */
    private void abandon() {
        ObjectFile open = object;
        object = null;
        arrivals.release(id());
        if (open != null) {
            closeQuietly(open);
        }
    }

    private static void closeQuietly(ObjectFile open) {
        try {
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The vault cannot be written", e);
        }
    }
}
