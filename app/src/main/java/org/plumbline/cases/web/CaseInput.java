package org.plumbline.cases.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.access.Standing;
import org.plumbline.cases.CaseChange;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.cases.RenewAuthority;
import org.plumbline.cases.Subject;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.MemberId;

/** Reads what a form or an API request says about a case; all that is wrong with it is refused together. */
final class CaseInput {
    private final Function<String, @Nullable String> fields;
    private final Input input = new Input();

    /** @param fields the value of a field by its name, the same in forms and in JSON */
    CaseInput(Function<String, @Nullable String> fields) {
        this.fields = fields;
    }

    OpenCase opening() {
        var asked = new OpenCase(
                text("title", 300),
                input.choice("type", fields.apply("type"), CaseType.class),
                input.choice("caveat", given("caveat").orElse(Caveat.NONE.code()), Caveat.class),
                input.optionalText("question", fields.apply("question"), 4000),
                text("legal_basis", 300),
                text("reference", 200),
                text("purpose", 300),
                date("valid_from"),
                date("valid_until"),
                given("supervisor").flatMap(id -> member("supervisor", id)));
        input.check();
        return asked;
    }

    RenewAuthority renewal() {
        var asked = new RenewAuthority(
                text("legal_basis", 300),
                text("reference", 200),
                text("purpose", 300),
                date("valid_from"),
                date("valid_until"));
        input.check();
        return asked;
    }

    /** Absent fields stay as they are. */
    CaseChange change() {
        var change = new CaseChange(
                Optional.ofNullable(fields.apply("title")),
                given("caveat").map(c -> input.choice("caveat", c, Caveat.class)),
                Optional.ofNullable(fields.apply("question")),
                given("state").map(s -> input.choice("state", s, State.class) == State.OPEN));
        input.check();
        return change;
    }

    NewTask task() {
        var task = new NewTask(
                text("title", 300), member("assignee", text("assignee", 40)).orElseGet(CaseInput::nobody), date("due"));
        input.check();
        return task;
    }

    NewSubject subject() {
        var subject = new NewSubject(
                text("name", 300),
                input.choice("kind", fields.apply("kind"), Subject.Kind.class),
                role(),
                text("basis", 1000),
                date("review_due"));
        input.check();
        return subject;
    }

    Validation validation() {
        var validation = new Validation(role(), date("review_due"));
        input.check();
        return validation;
    }

    NewGrant grant() {
        var grant = new NewGrant(
                member("member", text("member", 40)).orElseGet(CaseInput::nobody),
                input.choice("standing", fields.apply("standing"), Standing.class),
                text("reason", 300));
        input.check();
        return grant;
    }

    /** A colleague named by identifier. */
    MemberId member() {
        MemberId member = member("member", text("member", 40)).orElseGet(CaseInput::nobody);
        input.check();
        return member;
    }

    private enum State {
        OPEN,
        CLOSED
    }

    record NewTask(String title, MemberId assignee, LocalDate due) {}

    record NewSubject(String name, Subject.Kind kind, Subject.Role role, String basis, LocalDate reviewDue) {}

    record Validation(Subject.Role role, LocalDate reviewDue) {}

    record NewGrant(MemberId member, Standing standing, String reason) {}

    private Subject.Role role() {
        return input.choice("role", fields.apply("role"), Subject.Role.class);
    }

    private String text(String field, int longest) {
        return input.text(field, fields.apply(field), longest);
    }

    private LocalDate date(String field) {
        return input.date(field, fields.apply(field));
    }

    private Optional<String> given(String field) {
        return Optional.ofNullable(fields.apply(field)).filter(v -> !v.isBlank());
    }

    private Optional<MemberId> member(String field, String id) {
        try {
            return Optional.of(new MemberId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            input.refuse(field, "not-a-colleague", Map.of());
            return Optional.empty();
        }
    }

    /** Stands in until the check refuses the input. */
    private static MemberId nobody() {
        return new MemberId(new UUID(0, 0));
    }
}
