package org.plumbline.documents.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was read of one file. The bytes of its children lie in a scratch folder that {@link #close()} deletes: whoever
 * wants them keeps them first.
 *
 * @param text the text, possibly empty; lines end with a line feed
 * @param outside the outside tools it was read with, each with its version
 * @param ocrLanguages the languages that what was for OCR in it was read in; none where nothing was
 * @param sections pages, sheets or slides in the order of their starts
 */
public record Extraction(
        Outcome outcome,
        DocumentType type,
        String text,
        List<Section> sections,
        DocumentMetadata metadata,
        Optional<MailHeaders> mail,
        List<Child> children,
        List<OutsideProgram> outside,
        List<String> ocrLanguages,
        Optional<Path> scratch)
        implements AutoCloseable {
    public Extraction {
        sections = List.copyOf(sections);
        children = List.copyOf(children);
        outside = List.copyOf(outside);
        ocrLanguages = List.copyOf(ocrLanguages);
    }

    static Extraction without(Outcome outcome) {
        return new Extraction(
                outcome,
                DocumentType.unknown(),
                "",
                List.of(),
                DocumentMetadata.none(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** The words outside the text by which the file should be found: title, authors, subject, correspondents. */
    public String searchableFacts() {
        Stream<String> facts = Stream.concat(metadata.title().stream(), metadata.authors().stream());
        Stream<String> headers = mail.stream()
                .flatMap(m -> Stream.of(
                        Stream.of(m.subject()), m.from().stream(), m.to().stream(), m.cc().stream(), m.bcc().stream()))
                .flatMap(each -> each);
        return Stream.concat(facts, headers).filter(s -> !s.isBlank()).collect(Collectors.joining("\n"));
    }

    /** Deletes the scratch folder with the children's bytes. */
    @Override
    public void close() {
        scratch.ifPresent(folder -> {
            try {
                ScratchFolder.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("The scratch folder of an extraction could not be deleted", e);
            }
        });
    }
}
