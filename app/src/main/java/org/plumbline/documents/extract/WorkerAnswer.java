package org.plumbline.documents.extract;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a worker process says of one file. The bytes of the members lie in the folder of the task under their numbers.
 *
 * @param recognised whether anything of it was for OCR
 * @param outside the outside tools that were run for the file
 * @param retiring whether the worker ends itself after this answer
 */
public record WorkerAnswer(
        boolean retiring,
        Outcome outcome,
        DocumentType type,
        String text,
        List<Section> sections,
        DocumentMetadata metadata,
        Optional<MailHeaders> mail,
        List<Member> members,
        Set<OutsideTool> outside,
        boolean recognised) {
    /** A child as the worker names it; the application finds its bytes by its number alone. */
    public record Member(
            String name,
            String statedPath,
            Optional<String> mediaType,
            Child.Relation relation,
            Child.Standing standing) {}

    public WorkerAnswer {
        sections = List.copyOf(sections);
        members = List.copyOf(members);
        outside = Set.copyOf(outside);
    }

    /** Writes the answer to the application. */
    public void writeTo(DataOutputStream out) throws IOException {
        out.writeBoolean(retiring);
        OutcomeWire.put(out, outcome);
        Wire.putString(out, type.mediaType());
        Wire.putString(out, type.claimed());
        out.writeBoolean(type.extensionLies());
        Wire.putString(out, text);
        putSections(out);
        putMetadata(out);
        putMail(out);
        putMembers(out);
        putOutside(out);
        out.writeBoolean(recognised);
        out.flush();
    }

    /** Reads an answer without trusting it: nothing is longer than the budget and every place lies in the text. */
    static WorkerAnswer readFrom(DataInputStream in, long budget) throws IOException {
        Wire wire = new Wire(in, budget);
        boolean retiring = in.readBoolean();
        Outcome outcome = OutcomeWire.outcome(in, wire);
        DocumentType type = new DocumentType(wire.string(), wire.string(), in.readBoolean());
        String text = wire.string();
        return new WorkerAnswer(
                retiring,
                outcome,
                type,
                text,
                sections(in, wire, text.length()),
                metadata(in, wire),
                mail(in, wire),
                members(wire),
                outside(wire),
                in.readBoolean());
    }

    private void putSections(DataOutputStream out) throws IOException {
        out.writeInt(sections.size());
        for (Section section : sections) {
            Wire.putConstant(out, section.kind());
            out.writeInt(section.number());
            Wire.putString(out, section.label());
            out.writeInt(section.start());
            out.writeBoolean(section.ocr());
        }
    }

    private static List<Section> sections(DataInputStream in, Wire wire, int length) throws IOException {
        int count = wire.count();
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Section.Kind kind = wire.constant(Section.Kind.class);
            int number = in.readInt();
            String label = wire.string();
            int start = Math.clamp(in.readInt(), 0, length);
            sections.add(new Section(kind, number, label, start, in.readBoolean()));
        }
        return sections;
    }

    private void putMetadata(DataOutputStream out) throws IOException {
        Wire.putOptional(out, metadata.title());
        Wire.putStrings(out, metadata.authors());
        Wire.putOptional(out, metadata.created());
        Wire.putOptional(out, metadata.modified());
        Wire.putOptional(out, metadata.language());
        out.writeInt(metadata.pages().orElse(-1));
        Wire.putOptional(out, metadata.charset());
        Wire.putOptional(out, metadata.tool());
        out.writeInt(metadata.stated().size());
        for (Stated each : metadata.stated()) {
            Wire.putConstant(out, each.fact());
            Wire.putString(out, each.value());
        }
    }

    private static DocumentMetadata metadata(DataInputStream in, Wire wire) throws IOException {
        Optional<String> title = wire.optional();
        List<String> authors = wire.strings();
        Optional<String> created = wire.optional();
        Optional<String> modified = wire.optional();
        Optional<String> language = wire.optional();
        int pages = in.readInt();
        Optional<Integer> known = pages < 0 ? Optional.empty() : Optional.of(pages);
        return new DocumentMetadata(
                title, authors, created, modified, language, known, wire.optional(), wire.optional(), stated(wire));
    }

    private static List<Stated> stated(Wire wire) throws IOException {
        int count = wire.count();
        List<Stated> stated = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stated.add(new Stated(wire.constant(HeaderFact.class), wire.string()));
        }
        return stated;
    }

    private void putMail(DataOutputStream out) throws IOException {
        out.writeBoolean(mail.isPresent());
        if (mail.isPresent()) {
            MailHeaders headers = mail.get();
            for (List<String> each : List.of(headers.from(), headers.to(), headers.cc(), headers.bcc())) {
                Wire.putStrings(out, each);
            }
            Wire.putString(out, headers.subject());
            Wire.putString(out, headers.date());
            Wire.putString(out, headers.messageId());
            Wire.putString(out, headers.inReplyTo());
            Wire.putStrings(out, headers.references());
        }
    }

    private static Optional<MailHeaders> mail(DataInputStream in, Wire wire) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        return Optional.of(new MailHeaders(
                wire.strings(),
                wire.strings(),
                wire.strings(),
                wire.strings(),
                wire.string(),
                wire.string(),
                wire.string(),
                wire.string(),
                wire.strings()));
    }

    private void putMembers(DataOutputStream out) throws IOException {
        out.writeInt(members.size());
        for (Member member : members) {
            Wire.putString(out, member.name());
            Wire.putString(out, member.statedPath());
            Wire.putOptional(out, member.mediaType());
            Wire.putConstant(out, member.relation());
            Wire.putConstant(out, member.standing());
        }
    }

    private static List<Member> members(Wire wire) throws IOException {
        int count = wire.count();
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(new Member(
                    wire.string(),
                    wire.string(),
                    wire.optional(),
                    wire.constant(Child.Relation.class),
                    wire.constant(Child.Standing.class)));
        }
        return members;
    }

    private void putOutside(DataOutputStream out) throws IOException {
        out.writeInt(outside.size());
        for (OutsideTool each : outside) {
            Wire.putConstant(out, each);
        }
    }

    private static Set<OutsideTool> outside(Wire wire) throws IOException {
        int count = wire.count();
        Set<OutsideTool> outside = EnumSet.noneOf(OutsideTool.class);
        for (int i = 0; i < count; i++) {
            outside.add(wire.constant(OutsideTool.class));
        }
        return outside;
    }
}
