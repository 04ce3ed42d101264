package org.plumbline.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** The members of an organisation, as its administrator handles them. */
@Service
@Application
public class Staff {
    private static final Action LIST = new Action("identity.list-members", Right.ADMINISTER);
    private static final Action ENROL = new Action("identity.enrol", Right.ADMINISTER);

    private final Acts acts;
    private final Members members;
    private final Enrolment enrolment;

    Staff(Acts acts, Members members, Enrolment enrolment) {
        this.acts = acts;
        this.members = members;
        this.enrolment = enrolment;
    }

    /**
     * A member just enrolled.
     *
     * @param secret the secret of a link that works once; it is shown now and never again
     */
    public record Enrolled(Member member, String secret) {
        @Override
        public String toString() {
            return member.toString();
        }
    }

    /** The members, by name, with the roles they hold now. */
    public List<Member> list() {
        return acts.consult(LIST, Scope.organisation(), () -> {
            List<Member> all = members.colleagues();
            return Noted.of(all, all.stream().map(Staff::ref).toList());
        });
    }

    /** Brings a new member in; a name that is taken is refused, so that no link for somebody else can be had. */
    public Enrolled enrol(String name, Set<Role> roles) {
        return acts.perform(ENROL, Scope.organisation(), () -> {
            var input = new Input();
            String called = input.text("name", name, 200);
            if (roles.isEmpty()) {
                input.refuse("role", "field-missing", Map.of());
            }
            if (members.colleagues().stream().anyMatch(m -> m.name().equals(called))) {
                input.refuse("name", "member-known", Map.of("name", called));
            }
            input.check();
            Member member = enrolment.member(members.ownOrganisation(), called, roles);
            var enrolled = new Enrolled(member, enrolment.linkOnce(member.id()));
            return Noted.of(enrolled, ref(member))
                    .with(
                            "roles",
                            String.join(
                                    " ", roles.stream().map(Role::code).sorted().toList()));
        });
    }

    private static Ref ref(Member member) {
        return new Ref("member", member.id().value(), Acting.require().organisation());
    }
}
