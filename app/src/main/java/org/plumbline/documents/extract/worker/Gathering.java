package org.plumbline.documents.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.Limit;
import org.plumbline.documents.extract.Limits;
import org.plumbline.documents.extract.MailHeaders;
import org.plumbline.documents.extract.Outcome;
import org.plumbline.documents.extract.OutsideTool;
import org.plumbline.documents.extract.Section;
import org.plumbline.documents.extract.Shortfall;
import org.plumbline.documents.extract.WorkerAnswer.Member;
import org.plumbline.documents.extract.WorkerTask;

/**
 * What has been read of one file so far, kept within its limits. One thread fills it; the watching thread may look at
 * any moment and finds it whole.
 */
final class Gathering {
    private final WorkerTask task;
    private final Limits limits;
    private final long sourceBytes;
    private final StringBuilder text = new StringBuilder();
    private final List<Section> sections = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Shortfall> shortfalls = new ArrayList<>();
    private final Set<OutsideTool> outside = EnumSet.noneOf(OutsideTool.class);
    private final Facts facts = new Facts();
    private long childBytes;
    private int newlines = 2;
    private int pictures;
    private boolean container;
    private @Nullable Outcome ruling;
    private @Nullable MailHeaders mail;

    Gathering(WorkerTask task, long sourceBytes) {
        this.task = task;
        this.limits = task.request().limits();
        this.sourceBytes = sourceBytes;
    }

    Limits limits() {
        return limits;
    }

    Facts facts() {
        return facts;
    }

    /** Adds text; control characters become blanks and more than one empty line in a row becomes one. */
    synchronized void append(CharSequence added) {
        for (int i = 0; i < added.length(); i++) {
            if (text.length() >= limits.characters()) {
                stop(Limit.CHARACTERS, limits.characters(), text.length() + (long) added.length() - i);
            }
            appendOne(added.charAt(i));
        }
    }

    private void appendOne(char c) {
        if (c == '\n') {
            newlines++;
            if (newlines <= 2) {
                text.append(c);
            }
        } else if (c != '\r') {
            boolean blank = c < ' ' || c == 0x7f || c == '\uFEFF';
            newlines = c == ' ' || c == '\t' || blank ? newlines : 0;
            text.append(blank && c != '\t' ? ' ' : c);
        }
    }

    /** Begins a new line unless the text is at the beginning of one. */
    synchronized void line() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            append("\n");
        }
    }

    synchronized void section(Section.Kind kind, int number, String label, boolean ocr) {
        sections.add(new Section(kind, number, label, text.length(), ocr));
    }

    /** How many sections of a kind there are so far. */
    synchronized int sections(Section.Kind kind) {
        return (int) sections.stream().filter(s -> s.kind() == kind).count();
    }

    synchronized boolean hasText() {
        return !text.toString().isBlank();
    }

    synchronized boolean hasChildren() {
        return !members.isEmpty();
    }

    /** Counts one more page or picture for OCR and tells whether it may be read; a refusal is written down. */
    synchronized boolean mayRecognise() {
        pictures++;
        if (pictures == limits.ocrPages() + 1) {
            note(new Shortfall.LimitReached(Limit.OCR_PAGES, limits.ocrPages(), pictures));
        }
        return pictures <= limits.ocrPages();
    }

    /** Keeps a child whose bytes can be read to their end; one that breaks on the way is kept as damaged. */
    void child(InputStream bytes, String name, String path, @Nullable String type, Child.Relation relation)
            throws IOException {
        Path file = nextChild();
        Child.Standing standing = Child.Standing.WHOLE;
        try {
            copy(bytes, file);
        } catch (IOException e) {
            if (Verdict.isLocked(e)) {
                Files.write(file, new byte[0]);
                standing = Child.Standing.LOCKED;
            } else {
                standing = Child.Standing.DAMAGED;
            }
        }
        add(new Member(name, path, Optional.ofNullable(type), relation, standing));
    }

    /** Names a child whose bytes cannot be had. */
    void childWithout(String name, String path, Child.Relation relation, Child.Standing standing) throws IOException {
        Files.write(nextChild(), new byte[0]);
        add(new Member(name, path, Optional.empty(), relation, standing));
    }

    /**
     * Places of the members, from 0 on, that could not be unpacked for want of their method, by the path they state,
     * with slashes.
     */
    synchronized Map<String, Deque<Integer>> unsupported() {
        Map<String, Deque<Integer>> places = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).standing() == Child.Standing.UNSUPPORTED) {
                places.computeIfAbsent(Names.slashed(members.get(i).statedPath()), path -> new ArrayDeque<>())
                        .add(i);
            }
        }
        return places;
    }

    /** Gives a member the bytes that its own reader could not have. */
    void fill(int place, InputStream bytes) throws IOException {
        Path file = task.children().resolve(String.valueOf(place + 1));
        Child.Standing standing = Child.Standing.WHOLE;
        try {
            copy(bytes, file);
        } catch (IOException e) {
            standing = Child.Standing.DAMAGED;
        } catch (Stopped e) {
            Files.write(file, new byte[0]);
            throw e;
        }
        stand(place, standing);
    }

    private synchronized void stand(int place, Child.Standing standing) {
        Member named = members.get(place);
        members.set(place, new Member(named.name(), named.statedPath(), named.mediaType(), named.relation(), standing));
    }

    /** Writes down that an outside tool was run for the file. */
    synchronized void readWith(OutsideTool tool) {
        outside.add(tool);
    }

    private synchronized void add(Member member) {
        members.add(member);
    }

    private synchronized Path nextChild() {
        if (task.request().depth() >= limits.depth()) {
            stop(Limit.DEPTH, limits.depth(), task.request().depth() + 1L);
        }
        if (members.size() >= limits.children()) {
            stop(Limit.CHILDREN, limits.children(), members.size() + 1L);
        }
        return task.children().resolve(String.valueOf(members.size() + 1));
    }

    private void copy(InputStream bytes, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                count(n);
                out.write(buffer, 0, n);
            }
        } catch (Stopped e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Counts bytes unpacked from the file, kept or not, against the bounds on them. */
    synchronized void count(long unpacked) {
        childBytes += unpacked;
        if (childBytes > limits.childBytes()) {
            stop(Limit.CHILD_BYTES, limits.childBytes(), childBytes);
        }
        long ratio = childBytes / Math.max(1, sourceBytes);
        if (childBytes > Limits.RATIO_FLOOR && ratio > limits.ratio()) {
            stop(Limit.RATIO, limits.ratio(), ratio);
        }
    }

    /** Writes a limit down and ends the reading. */
    synchronized void stop(Limit limit, long allowed, long reached) {
        note(new Shortfall.LimitReached(limit, allowed, reached));
        throw new Stopped();
    }

    /** Writes down that something is missing; each thing once. */
    synchronized void note(Shortfall shortfall) {
        boolean known = shortfall instanceof Shortfall.LimitReached reached
                && shortfalls.stream()
                        .anyMatch(s -> s instanceof Shortfall.LimitReached other && other.limit() == reached.limit());
        if (!known && !shortfalls.contains(shortfall)) {
            shortfalls.add(shortfall);
        }
    }

    /** The reader knows the outcome itself, such as encrypted or unsupported. */
    synchronized void rule(Outcome outcome) {
        ruling = outcome;
    }

    /** The file is a container: without text of its own. */
    synchronized void isContainer() {
        container = true;
    }

    synchronized void mail(MailHeaders headers) {
        mail = headers;
    }

    synchronized Gathered look() {
        return new Gathered(
                text.toString(),
                List.copyOf(sections),
                List.copyOf(members),
                List.copyOf(shortfalls),
                container,
                Optional.ofNullable(ruling),
                Optional.ofNullable(mail),
                Set.copyOf(outside),
                pictures > 0);
    }

    /** A whole view of what was gathered at one moment. */
    record Gathered(
            String text,
            List<Section> sections,
            List<Member> members,
            List<Shortfall> shortfalls,
            boolean container,
            Optional<Outcome> ruling,
            Optional<MailHeaders> mail,
            Set<OutsideTool> outside,
            boolean recognised) {}
}
