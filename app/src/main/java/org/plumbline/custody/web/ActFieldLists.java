package org.plumbline.custody.web;

import static org.plumbline.custody.web.ActField.choice;
import static org.plumbline.custody.web.ActField.maybe;
import static org.plumbline.custody.web.ActField.needed;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plumbline.custody.acts.Custodies;
import org.plumbline.custody.acts.ExhibitCustody;
import org.plumbline.custody.web.ActField.Control;
import org.plumbline.engine.evidence.custody.Acquisition;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.EventTime;
import org.plumbline.engine.evidence.custody.Kind;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;

/** Which fields the form of each kind of act has. */
final class ActFieldLists {
    private final Texts texts;
    private final Custodies.Choices choices;

    ActFieldLists(Texts texts, Custodies.Choices choices) {
        this.texts = texts;
        this.choices = choices;
    }

    /** The fields of this kind of act on this exhibit, and when it happened. */
    List<ActField> of(Kind kind, ExhibitCustody custody) {
        return Stream.concat(what(kind, custody).stream(), when().stream()).toList();
    }

    private List<ActField> what(Kind kind, ExhibitCustody custody) {
        boolean sealed = custody.state().seal().isPresent();
        return switch (kind) {
            case COLLECT -> acquisition(custody.exhibit().content().isPresent());
            case SEAL, RESEAL -> List.of(needed("seal", Control.CODE), maybe("packaging", Control.LINE));
            case INSPECT ->
                Stream.of(
                                sealed ? Stream.of(intact()) : Stream.<ActField>empty(),
                                Stream.of(maybe("condition", Control.WORDS), maybe("note", Control.WORDS)))
                        .flatMap(Function.identity())
                        .toList();
            case BREAK_SEAL ->
                List.of(needed("seal", Control.CODE), maybe("intact", Control.CHECK), needed("reason", Control.WORDS));
            case TRANSFER_OUT ->
                List.of(
                        people("to", false),
                        needed("reason", Control.WORDS),
                        maybe("hours", Control.NUMBER),
                        maybe("on_behalf", Control.WORDS));
            case TRANSFER_IN, CHECK_IN -> found(sealed);
            case CHECK_OUT ->
                List.of(
                        people("to", true),
                        maybe("to_name", Control.LINE),
                        needed("until", Control.DAY),
                        needed("purpose", Control.WORDS));
            case MOVE -> List.of(places(false), maybe("reason", Control.WORDS));
            case COPY -> means();
            case ANALYSE ->
                Stream.concat(means().stream(), Stream.of(maybe("result", Control.WORDS)))
                        .toList();
            case SPLIT -> List.of(needed("parts", Control.WORDS));
            case MERGE_OUT -> List.of(needed("into", Control.CODE));
            case MERGE_IN -> List.of();
            case EXCEPTION -> List.of(needed("what", Control.WORDS));
            case CORRECT -> List.of(acts(custody), needed("wrong", Control.WORDS), needed("right", Control.WORDS));
            case DISPOSE ->
                List.of(
                        coded("ending", "custody.ending.", Deed.Ending.values(), Deed.Ending::code),
                        needed("authority", Control.LINE),
                        needed("certificate", Control.WORDS),
                        people("witness", false),
                        maybe("to_name", Control.LINE));
        };
    }

    /** How something comes in, without its name. */
    List<ActField> acquisition(boolean content) {
        List<Acquisition.Nature> natures = content
                ? List.of(Acquisition.Nature.DIGITAL, Acquisition.Nature.DERIVED)
                : List.of(Acquisition.Nature.PHYSICAL);
        return Stream.of(
                        List.of(
                                choice(
                                        "nature",
                                        false,
                                        natures.stream()
                                                .map(n -> new Option(n.code(), texts.say("custody.nature." + n.code())))
                                                .toList()),
                                needed("description", Control.WORDS)),
                        lines("make", "model", "serial", "capacity", "quantity", "unit"),
                        List.of(maybe("condition", Control.WORDS)),
                        lines("from_whom", "where", "collected_by", "authority_type", "authority_identifier"),
                        List.of(maybe("authority_from", Control.DAY), maybe("authority_until", Control.DAY)),
                        lines("method", "tool", "version"),
                        choices.places().isEmpty() ? List.<ActField>of() : List.of(places(true)))
                .flatMap(List::stream)
                .toList();
    }

    /** When it happened, and by which clock. */
    List<ActField> when() {
        return List.of(
                maybe("at", Control.TIME),
                optional(coded("clock", "custody.clock.", EventTime.Clock.values(), EventTime.Clock::code)),
                maybe("offset_seconds", Control.NUMBER));
    }

    private static List<ActField> lines(String... names) {
        return Arrays.stream(names).map(name -> maybe(name, Control.LINE)).toList();
    }

    private List<ActField> found(boolean sealed) {
        return Stream.of(
                        sealed ? Stream.of(needed("seal", Control.CODE)) : Stream.<ActField>empty(),
                        choices.places().isEmpty() ? Stream.<ActField>empty() : Stream.of(places(true)),
                        Stream.of(maybe("condition", Control.WORDS)))
                .flatMap(Function.identity())
                .toList();
    }

    private static List<ActField> means() {
        return List.of(needed("method", Control.LINE), maybe("tool", Control.LINE), maybe("version", Control.LINE));
    }

    private ActField intact() {
        return choice(
                "seal_intact",
                true,
                List.of(new Option("true", texts.say("custody.yes")), new Option("false", texts.say("custody.no"))));
    }

    private ActField people(String name, boolean optional) {
        return choice(
                name,
                optional,
                choices.people().stream()
                        .map(p -> new Option(p.id().toString(), p.name()))
                        .toList());
    }

    private ActField places(boolean optional) {
        return choice(
                "place",
                optional,
                choices.places().stream()
                        .map(p -> new Option(p.id().toString(), p.name()))
                        .toList());
    }

    private ActField acts(ExhibitCustody custody) {
        return choice(
                "act",
                false,
                custody.acts().stream()
                        .map(a -> new Option(
                                "" + a.act().sequence(),
                                texts.say(
                                        "custody.act.named",
                                        "number",
                                        a.act().sequence(),
                                        "kind",
                                        texts.say(
                                                "custody.act." + a.act().kind().code()))))
                        .toList());
    }

    private <E> ActField coded(String name, String keys, E[] all, Function<E, String> code) {
        return choice(
                name,
                false,
                Arrays.stream(all)
                        .map(code)
                        .map(c -> new Option(c, texts.say(keys + c)))
                        .toList());
    }

    private static ActField optional(ActField field) {
        return choice(field.name(), true, field.options());
    }
}
