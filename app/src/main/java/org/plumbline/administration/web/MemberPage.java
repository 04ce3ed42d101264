package org.plumbline.administration.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.identity.Answer;
import org.plumbline.identity.MemberFile;
import org.plumbline.identity.Placement;
import org.plumbline.identity.Recovery;
import org.plumbline.identity.RoleRecord;
import org.plumbline.identity.RoleRequest;
import org.plumbline.identity.Step;
import org.plumbline.identity.Token;
import org.plumbline.identity.UnitTree;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Role;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;
import org.plumbline.site.web.Option;

/**
 * One member, as an administrator sees them.
 *
 * @param own whether it is the reader, who changes nothing of themselves here
 * @param names of everybody who decided something
 * @param handedOver what became of what the member held, when they left just now
 * @param units of the organisation
 * @param form in which unit the member is
 */
public record MemberPage(
        MemberFile file,
        boolean own,
        Map<MemberId, String> names,
        SortedMap<String, Integer> handedOver,
        UnitTree units,
        Form form) {
    public MemberPage {
        names = Map.copyOf(names);
        handedOver = new TreeMap<>(handedOver);
    }

    /** Everybody whose name the page says. */
    static List<MemberId> people(MemberFile file) {
        return Stream.of(
                        file.left().stream(),
                        file.placements().stream().map(Placement::said),
                        file.roles().stream().flatMap(MemberPage::steps),
                        file.recoveries().stream()
                                .flatMap(r -> Stream.concat(Stream.of(r.asked()), r.answered().stream())))
                .flatMap(all -> all)
                .flatMap(step -> step.by().stream())
                .distinct()
                .toList();
    }

    private static Stream<Step> steps(RoleRecord one) {
        return Stream.of(one.request().map(RoleRequest::asked), one.answered(), one.given(), one.ended())
                .flatMap(Optional::stream);
    }

    public String href() {
        return "/members/" + file.member().id();
    }

    /** What the form of the unit starts with. */
    static Form form(MemberFile file) {
        return Form.of(Map.of("unit", file.unit().map(UUID::toString).orElse("")));
    }

    /** The unit with those it belongs to; empty where the member is in none. */
    public String unit() {
        return file.unit()
                .flatMap(units::find)
                .map(in -> UnitsPage.path(units, in))
                .orElse("");
    }

    public List<Option> unitOptions() {
        return UnitsPage.options(units, units.inOrder());
    }

    /** One placement in a sentence. */
    public String story(Placement one, Texts texts) {
        String said = sentence("member.said.placed", one.said(), texts);
        return texts.say(
                "member.placed", "unit", one.name().isEmpty() ? texts.say("units.none.of") : one.name(), "said", said);
    }

    public boolean mayAct() {
        return !own && file.left().isEmpty();
    }

    /** Whether something can be done about this line. */
    public boolean mayEnd(RoleRecord one) {
        return mayAct() && one.state() == RoleRecord.State.HELD;
    }

    public String role(Role role, Texts texts) {
        return texts.say("site.role." + role.code());
    }

    public Mark state(RoleRecord one, Texts texts) {
        String word = texts.say("member.role.state." + one.state().code());
        return switch (one.state()) {
            case HELD -> Mark.ok(word);
            case WAITING -> Mark.waiting(word);
            case LAPSED, DECLINED, WITHDRAWN, ENDED -> new Mark(Mark.Kind.OFF, "ban", word);
        };
    }

    /** The history of one role in sentences, in the order it happened. */
    public List<String> story(RoleRecord one, Texts texts) {
        return Stream.of(
                        one.request().map(r -> sentence("member.said.asked", r.asked(), texts)),
                        one.answered()
                                .map(a -> sentence("member.said." + answer(one).code(), a, texts)),
                        one.request().isPresent()
                                ? Optional.<String>empty()
                                : one.given().map(g -> sentence("member.said.given", g, texts)),
                        one.ended().map(e -> sentence("member.said.ended", e, texts)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Answer answer(RoleRecord one) {
        return one.request().flatMap(RoleRequest::answer).orElse(Answer.CONFIRMED);
    }

    /** One decision: who, when and, where it was said, why. */
    public String sentence(String key, Step step, Texts texts) {
        String name = step.by().map(by -> names.getOrDefault(by, "")).orElse("");
        String said = name.isEmpty()
                ? texts.say("member.said.nobody", "at", step.at())
                : texts.say(key, "name", name, "at", step.at());
        return step.reason().isEmpty() ? said : texts.say("member.said.why", "said", said, "reason", step.reason());
    }

    public String scope(Token token, Texts texts) {
        return texts.say(token.mayWrite() ? "account.scope.write" : "account.scope.read");
    }

    /** The history of one recovery in sentences. */
    public List<String> story(Recovery one, Texts texts) {
        return Stream.of(
                        Optional.of(sentence("member.said.asked", one.asked(), texts)),
                        one.answered()
                                .map(a -> sentence(
                                        "member.said."
                                                + one.answer().orElseThrow().code(),
                                        a,
                                        texts)),
                        one.used().map(at -> texts.say("member.recovery.used", "at", at)),
                        one.waits() ? Optional.of(texts.say("member.recovery.waits")) : Optional.<String>empty(),
                        one.lapsed() && one.answer().isEmpty()
                                ? Optional.of(texts.say("member.role.state.lapsed"))
                                : Optional.<String>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    /** What became of what the member held, in words; what there was none of is left out. */
    public List<String> handedOver(Texts texts) {
        return handedOver.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .map(one -> texts.say("handover." + one.getKey(), "count", one.getValue()))
                .toList();
    }
}
