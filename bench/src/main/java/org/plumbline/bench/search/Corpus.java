package org.plumbline.bench.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;
import org.plumbline.search.index.Attributes;
import org.plumbline.search.index.Body;
import org.plumbline.search.index.Indexed;

/**
 * Documents that a seed makes, mails and contracts in seven languages, and with them the texts of a folder of real ones
 * where there is one. The same number is always the same document.
 */
public final class Corpus {
    static final long SEED = 20_310_310;
    static final int LABELS = 90;
    private static final int CASES = 40;
    private static final int LONGEST = 200_000;
    private static final List<Vocabulary> LANGUAGES = List.of(Vocabulary.values());

    private final List<String> real;

    Corpus(Path folder) {
        this.real = texts(folder);
    }

    private Corpus() {
        this.real = List.of();
    }

    /** Nothing but what the seed makes. */
    public static Corpus generated() {
        return new Corpus();
    }

    /** How many of the documents hold a real text. */
    int realTexts() {
        return real.size();
    }

    List<Indexed> documents(int count) {
        var all = new ArrayList<Indexed>(count);
        for (int number = 0; number < count; number++) {
            all.add(document(number));
        }
        return all;
    }

    /** The document of a number, from 0. */
    public Indexed document(int number) {
        var random = new Random(SEED + number);
        Vocabulary language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        boolean mail = random.nextInt(3) == 0;
        Attributes stated = Attributes.none()
                .typed(mail ? "message/rfc822" : "application/pdf", mail ? "mail" : "pdf")
                .in(language.tag())
                .dated(LocalDate.of(2012, 1, 1).plusDays(random.nextInt(4_000)))
                .outOf("E" + random.nextInt(300))
                .named("box-" + random.nextInt(60) + "/" + number + (mail ? ".eml" : ".pdf"));
        Attributes attributes = mail
                ? stated.sent(List.of(person(language, random)), List.of(person(language, random)))
                : stated.by(List.of(person(language, random)));
        String body =
                number < real.size() ? real.get(number) : mail ? mail(language, random) : contract(language, random);
        return new Indexed(
                new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number),
                mail ? "mail" : "document",
                new LabelId(1 + random.nextInt(LABELS)),
                Optional.of(new CaseId(new UUID(1, random.nextInt(CASES)))),
                language.words(random, random.nextInt(2, 8)),
                Body.of(body),
                attributes);
    }

    private static String mail(Vocabulary language, Random random) {
        String text = language.words(random, random.nextInt(20, 160));
        return random.nextBoolean() ? text : text + "\n\n> " + language.words(random, random.nextInt(10, 80));
    }

    private static String contract(Vocabulary language, Random random) {
        var text = new StringBuilder();
        for (int clause = random.nextInt(3, 14); clause > 0; clause--) {
            text.append(clause)
                    .append(". ")
                    .append(language.words(random, random.nextInt(15, 60)))
                    .append("\n\n");
        }
        return text.append(random.nextInt(1_000, 900_000)).append(" EUR").toString();
    }

    private static String person(Vocabulary language, Random random) {
        return language.word(random.nextInt(100, 2_000)) + " " + language.word(random.nextInt(100, 2_000));
    }

    private static List<String> texts(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(txt|eml|csv|html)"))
                    .filter(file -> !file.toString().contains("hostile_"))
                    .sorted()
                    .map(Corpus::text)
                    .filter(text -> !text.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The real documents can't be read", e);
        }
    }

    /** As UTF-8, whatever can't be read so replaced: here words are counted, not believed. */
    private static String text(Path file) {
        try {
            String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return all.length() <= LONGEST ? all : all.substring(0, LONGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }
}
