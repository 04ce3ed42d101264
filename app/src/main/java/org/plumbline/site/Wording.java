package org.plumbline.site;

import com.ibm.icu.text.MessagePatternUtil;
import com.ibm.icu.text.MessagePatternUtil.ArgNode;
import com.ibm.icu.text.MessagePatternUtil.MessageNode;
import com.ibm.icu.text.MessagePatternUtil.TextNode;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One message, read once and said often: ICU message syntax (literal text, {@code {name}}, {@code {name, date}},
 * {@code {name, time}}, plural, selectordinal, select). Our own evaluation, because numbers and dates must look as on
 * the rest of the page, and because ICU's formatter is not safe to share between threads.
 */
final class Wording {
    private static final PluralRules CARDINAL = PluralRules.forLocale(ULocale.ENGLISH);
    private static final PluralRules ORDINAL = PluralRules.forLocale(ULocale.ENGLISH, PluralRules.PluralType.ORDINAL);

    private sealed interface Piece {
        record Literal(String text) implements Piece {}

        record Argument(String name, String style) implements Piece {}

        record Choice(String name, Kind kind, Map<String, List<Piece>> variants) implements Piece {}
    }

    private enum Kind {
        PLURAL,
        ORDINAL,
        SELECT
    }

    private final Language language;
    private final List<Piece> pieces;
    private final int letters;

    /** @throws IllegalArgumentException when the pattern is not ICU message syntax */
    Wording(String pattern, Language language) {
        this.language = language;
        this.pieces = read(MessagePatternUtil.buildMessageNode(pattern), "");
        this.letters = letters(pieces);
    }

    /** The message with its arguments filled in. */
    String say(Map<String, ?> arguments, Formats formats) {
        var text = new StringBuilder();
        write(pieces, arguments, formats, text);
        return language.whole(text.toString(), letters);
    }

    private List<Piece> read(MessageNode message, String counted) {
        var read = new ArrayList<Piece>();
        for (var node : message.getContents()) {
            switch (node.getType()) {
                case TEXT -> read.add(new Piece.Literal(language.literal(((TextNode) node).getText())));
                case ARG -> read.add(read((ArgNode) node));
                case REPLACE_NUMBER -> read.add(new Piece.Argument(counted, ""));
            }
        }
        return List.copyOf(read);
    }

    private Piece read(ArgNode argument) {
        return switch (argument.getArgType()) {
            case NONE -> new Piece.Argument(argument.getName(), "");
            case SIMPLE -> new Piece.Argument(argument.getName(), argument.getTypeName());
            case PLURAL -> choice(argument, Kind.PLURAL);
            case SELECTORDINAL -> choice(argument, Kind.ORDINAL);
            case SELECT -> choice(argument, Kind.SELECT);
            case CHOICE -> throw new IllegalArgumentException("Use plural or select instead of choice");
        };
    }

    private Piece choice(ArgNode argument, Kind kind) {
        var variants = new LinkedHashMap<String, List<Piece>>();
        for (var variant : argument.getComplexStyle().getVariants()) {
            variants.put(variant.getSelector(), read(variant.getMessage(), argument.getName()));
        }
        return new Piece.Choice(argument.getName(), kind, variants);
    }

    private static int letters(List<Piece> pieces) {
        int letters = 0;
        for (Piece piece : pieces) {
            letters += switch (piece) {
                case Piece.Literal literal -> literal.text().length();
                case Piece.Argument argument -> 0;
                case Piece.Choice choice ->
                    choice.variants().values().stream()
                            .mapToInt(Wording::letters)
                            .max()
                            .orElse(0);
            };
        }
        return letters;
    }

    private void write(List<Piece> pieces, Map<String, ?> arguments, Formats formats, StringBuilder text) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Literal literal -> text.append(literal.text());
                case Piece.Argument argument ->
                    text.append(language.argument(formats.show(value(argument.name(), arguments), argument.style())));
                case Piece.Choice choice -> write(chosen(choice, arguments), arguments, formats, text);
            }
        }
    }

    private static List<Piece> chosen(Piece.Choice choice, Map<String, ?> arguments) {
        Object value = value(choice.name(), arguments);
        var variants = choice.variants();
        var other = variants.getOrDefault("other", List.of());
        if (choice.kind() == Kind.SELECT) {
            return variants.getOrDefault(String.valueOf(value), other);
        }
        Number number = number(choice, value);
        var rules = choice.kind() == Kind.PLURAL ? CARDINAL : ORDINAL;
        return variants.getOrDefault("=" + number, variants.getOrDefault(rules.select(number.doubleValue()), other));
    }

    /** Facts of findings are texts, also where they are figures. */
    private static Number number(Piece.Choice choice, Object value) {
        if (value instanceof Number number) {
            return number;
        }
        if (value instanceof String text && text.matches("\\d{1,18}")) {
            return Long.valueOf(text);
        }
        throw new IllegalStateException("argument \"" + choice.name() + "\" decides a plural and is no number");
    }

    private static Object value(String name, Map<String, ?> arguments) {
        Object value = arguments.get(name);
        if (value == null) {
            throw new IllegalStateException("argument \"" + name + "\" is missing");
        }
        return value;
    }
}
