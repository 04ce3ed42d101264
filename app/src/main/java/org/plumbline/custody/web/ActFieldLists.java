package org.plumbline.custody.web;

import static org.plumbline.custody.web.ActField.choice;
import static org.plumbline.custody.web.ActField.maybe;
import static org.plumbline.custody.web.ActField.needed;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plumbline.custody.Exhibit;
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
    private final List<Exhibit> takers;

    /** @param takers what an exhibit can be given into; none where that is not asked */
    ActFieldLists(Texts texts, Custodies.Choices choices, List<Exhibit> takers) {
        this.texts = texts;
        this.choices = choices;
        this.takers = List.copyOf(takers);
    }

    /** The fields of this kind of act on this exhibit, and when it happened. */
    List<ActFieldGroup> of(Kind kind, ExhibitCustody custody) {
        if (kind == Kind.COLLECT) {
            return acquisition(List.of(), natures(custody.exhibit()));
        }
        List<ActField> what = what(kind, custody);
        return what.isEmpty() ? List.of(when()) : List.of(new ActFieldGroup("act", what), when());
    }

    private List<ActField> what(Kind kind, ExhibitCustody custody) {
        boolean sealed = custody.state().seal().isPresent();
        return switch (kind) {
            case COLLECT -> List.of();
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
            case MERGE_OUT -> List.of(takers(), maybe("into_code", Control.CODE));
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

    /** What kind of item an exhibit can be: a thing is derived only where it was taken out of another. */
    private static List<Acquisition.Nature> natures(Exhibit exhibit) {
        if (exhibit.content().isPresent()) {
            return List.of(Acquisition.Nature.DIGITAL, Acquisition.Nature.DERIVED);
        }
        return thing(exhibit.lineage().parent().isPresent());
    }

    private static List<Acquisition.Nature> thing(boolean derived) {
        return derived
                ? List.of(Acquisition.Nature.DERIVED, Acquisition.Nature.PHYSICAL)
                : List.of(Acquisition.Nature.PHYSICAL);
    }

    /** The fields of a new thing: its name first, then how it came in. */
    List<ActFieldGroup> thingWithName(boolean derived) {
        return acquisition(List.of(needed("name", Control.LINE)), thing(derived));
    }

    private List<ActFieldGroup> acquisition(List<ActField> first, List<Acquisition.Nature> natures) {
        return List.of(
                new ActFieldGroup(
                        "item",
                        Stream.concat(first.stream(), item(natures).stream()).toList()),
                new ActFieldGroup(
                        "source",
                        Stream.concat(
                                        lines("from_whom", "where", "collected_by").stream(),
                                        choices.places().isEmpty() ? Stream.<ActField>empty() : Stream.of(places(true)))
                                .toList()),
                when(),
                new ActFieldGroup(
                        "authority",
                        Stream.concat(
                                        lines("authority_type", "authority_identifier").stream(),
                                        Stream.of(
                                                maybe("authority_from", Control.DAY),
                                                maybe("authority_until", Control.DAY)))
                                .toList()),
                new ActFieldGroup("method", lines("method", "tool", "version")));
    }

    private List<ActField> item(List<Acquisition.Nature> natures) {
        return Stream.of(
                        List.of(
                                coded(
                                        "nature",
                                        "custody.nature.",
                                        natures.toArray(Acquisition.Nature[]::new),
                                        Acquisition.Nature::code),
                                needed("description", Control.WORDS)),
                        lines("make", "model", "serial", "capacity", "quantity", "unit"),
                        List.of(maybe("condition", Control.WORDS)))
                .flatMap(List::stream)
                .toList();
    }

    /** When it happened, and by which clock. */
    private ActFieldGroup when() {
        return new ActFieldGroup(
                "when",
                List.of(
                        maybe("at", Control.TIME),
                        optional(coded("clock", "custody.clock.", EventTime.Clock.values(), EventTime.Clock::code)),
                        maybe("offset_seconds", Control.NUMBER)));
    }

    private ActField takers() {
        return choice(
                "into",
                true,
                takers.stream()
                        .map(e -> new Option(
                                e.id().toString(),
                                texts.say("custody.taker", "number", e.reference(), "name", e.name())))
                        .toList());
    }

    private static List<ActField> lines(String... names) {
        return Arrays.stream(names).map(name -> maybe(name, Control.LINE)).toList();
    }

    private List<ActField> found(boolean sealed) {
        return Stream.of(
                        sealed ? Stream.of(needed("seal", Control.CODE)) : Stream.<ActField>empty(),
                        Stream.of(maybe("condition", Control.WORDS)),
                        choices.places().isEmpty() ? Stream.<ActField>empty() : Stream.of(places(true)))
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
