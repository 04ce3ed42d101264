package org.plumbline.documents.extract.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tika.exception.UnsupportedFormatException;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.Limit;
import org.plumbline.documents.extract.Outcome;
import org.plumbline.documents.extract.Shortfall;
import org.plumbline.documents.extract.WorkerAnswer.Member;

/** Makes the one outcome of a file from what was gathered and how the reading ended. */
final class Verdict {
    private Verdict() {}

    static Outcome of(Gathering.Gathered gathered, Source source, @Nullable Throwable ending) {
        if (source.size() == 0) {
            return new Outcome.Empty();
        }
        if (gathered.ruling().isPresent()) {
            return gathered.ruling().get();
        }
        boolean kept = !gathered.text().isBlank() || !gathered.members().isEmpty();
        if (ending != null && !(ending instanceof Stopped)) {
            if (isLocked(ending)) {
                return new Outcome.Encrypted();
            }
            if (isUnsupported(ending)) {
                return new Outcome.Unsupported(source.type(), "");
            }
            if (!kept && gathered.shortfalls().isEmpty()) {
                return failed(ending);
            }
        }
        return fromMembers(gathered, source, ending);
    }

    private static Outcome fromMembers(Gathering.Gathered gathered, Source source, @Nullable Throwable ending) {
        List<Shortfall> why = new ArrayList<>(gathered.shortfalls());
        if (ending != null && why.stream().noneMatch(s -> s instanceof Shortfall.LimitReached)) {
            why.add(shortfall(ending));
        }
        List<Member> members = gathered.members();
        if (why.isEmpty() && gathered.text().isBlank() && !members.isEmpty()) {
            if (all(members, Child.Standing.LOCKED)) {
                return new Outcome.Encrypted();
            }
            if (all(members, Child.Standing.UNSUPPORTED)) {
                return new Outcome.Unsupported(source.type(), "compression method");
            }
        }
        for (Child.Standing standing : Child.Standing.values()) {
            int count =
                    (int) members.stream().filter(m -> m.standing() == standing).count();
            if (standing != Child.Standing.WHOLE && count > 0) {
                why.add(new Shortfall.MembersUnread(standing, count));
            }
        }
        if (!why.isEmpty()) {
            return new Outcome.Partial(why);
        }
        return gathered.container() ? new Outcome.Container() : new Outcome.Indexed();
    }

    private static boolean all(List<Member> members, Child.Standing standing) {
        return members.stream().allMatch(m -> m.standing() == standing);
    }

    private static Outcome failed(Throwable ending) {
        Outcome.Reason reason = ending instanceof OutOfMemoryError ? Outcome.Reason.MEMORY : Outcome.Reason.DAMAGED;
        return new Outcome.Failed(reason, word(ending));
    }

    private static Shortfall shortfall(Throwable ending) {
        if (ending instanceof OutOfMemoryError) {
            long heap = Runtime.getRuntime().maxMemory() >> 20;
            return new Shortfall.LimitReached(Limit.MEMORY, heap, heap);
        }
        return new Shortfall.Damaged(word(ending));
    }

    /** The kind of the deepest cause: messages of parsers may quote the document and are left out. */
    static String word(Throwable ending) {
        Throwable deepest = ending;
        for (int i = 0; i < 20 && deepest.getCause() != null; i++) {
            deepest = Optional.ofNullable(deepest.getCause()).orElse(deepest);
        }
        return deepest.getClass().getSimpleName();
    }

    /** Whether a parser gave up for want of a password or key. */
    static boolean isLocked(Throwable ending) {
        return chain(ending)
                .anyMatch(t -> t.getClass().getSimpleName().contains("Encrypted")
                        || t.getClass().getSimpleName().contains("Password")
                        || t instanceof org.apache.tika.exception.EncryptedDocumentException
                        || t instanceof org.apache.poi.EncryptedDocumentException
                        || String.valueOf(t.getMessage()).contains("decryption material")
                        || brokeInPasswordRecord(t));
    }

    /** An Excel 97 workbook whose password record itself is broken is still a locked one. */
    private static boolean brokeInPasswordRecord(Throwable ending) {
        return java.util.Arrays.stream(ending.getStackTrace())
                .anyMatch(frame -> frame.getClassName().endsWith(".FilePassRecord"));
    }

    private static boolean isUnsupported(Throwable ending) {
        return chain(ending)
                .anyMatch(t ->
                        t instanceof UnsupportedFormatException || t instanceof org.apache.poi.OldFileFormatException);
    }

    private static java.util.stream.Stream<Throwable> chain(Throwable ending) {
        return java.util.stream.Stream.iterate(ending, t -> t != null, Throwable::getCause)
                .limit(20);
    }
}
