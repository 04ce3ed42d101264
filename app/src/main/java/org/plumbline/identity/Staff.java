package org.plumbline.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** The members of an organisation, as its administrator handles them. */
@Service
@Application
public class Staff {
    private static final Action LIST = new Action("identity.list-members", Right.ADMINISTER);
    private static final Action READ = new Action("identity.read-member", Right.ADMINISTER);
    private static final Action ENROL = new Action("identity.enrol", Right.ADMINISTER);

    private final Acts acts;
    private final Members members;
    private final Enrolment enrolment;
    private final StaffFiles files;
    private final Turn turn;

    Staff(Acts acts, Members members, Enrolment enrolment, StaffFiles files, Turn turn) {
        this.acts = acts;
        this.members = members;
        this.enrolment = enrolment;
        this.files = files;
        this.turn = turn;
    }

    /**
     * A member just enrolled, or brought back.
     *
     * @param secret the secret of a link that works once; it is shown now and never again
     * @param waiting the roles that a second person has yet to confirm
     */
    public record Enrolled(Member member, String secret, Set<Role> waiting) {
        public Enrolled {
            waiting = Set.copyOf(waiting);
        }

        Enrolled(Member member, String secret) {
            this(member, secret, Set.of());
        }

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

    /** Who left, latest first, at most two hundred. */
    public List<MemberFile> left() {
        return acts.consult(LIST, Scope.organisation(), () -> {
            List<MemberFile> left = files.left(Acting.require().organisation());
            return Noted.of(left, left.stream().map(f -> ref(f.member())).toList());
        });
    }

    /** What there is to know of a member, also of one who has left. */
    public MemberFile read(MemberId member) {
        return acts.consult(READ, Scope.organisation(), () -> {
            MemberFile file = files.find(member)
                    .filter(f ->
                            f.member().organisation().equals(Acting.require().organisation()))
                    .orElseThrow(Refusal.absent()::asException);
            return Noted.of(file, ref(file.member()));
        });
    }

    /** The same before something is done to the member: refused for one who has left, and for oneself. */
    public MemberFile readToAct(MemberId member) {
        return acts.consult(READ, Scope.organisation(), () -> {
            turn.colleague(member);
            if (member.equals(Acting.require().member())) {
                throw Refusal.of(Refusal.Kind.FORBIDDEN, "own-member", Map.of()).asException();
            }
            MemberFile file = files.find(member).orElseThrow(Refusal.absent()::asException);
            return Noted.of(file, ref(file.member()));
        });
    }

    /**
     * Brings a new member in; a name that is taken is refused, so that no link for somebody else can be had.
     * MemberRoles that need a second person wait for one.
     *
     * @param reason what the second person is told; may be empty where no role waits
     */
    public Enrolled enrol(String name, Set<Role> roles, String reason) {
        return acts.perform(ENROL, Scope.organisation(), () -> {
            MemberId by = turn.take(Role.ADMINISTRATOR);
            var input = new Input();
            String called = input.text("name", name, 200);
            String why = input.optionalText("reason", reason, 300);
            if (roles.isEmpty()) {
                input.refuse("role", "field-missing", Map.of());
            }
            files.taken(Acting.require().organisation(), called)
                    .ifPresent(code -> input.refuse("name", code, Map.of("name", called)));
            input.check();
            Enrolled enrolled = enrolment.newMember(members.ownOrganisation(), called, roles, why, by);
            return noted(enrolled);
        });
    }

    private static Noted<Enrolled> noted(Enrolled enrolled) {
        return Noted.of(enrolled, ref(enrolled.member()))
                .with("name", enrolled.member().name())
                .with("roles", codes(enrolled.member().roles()))
                .with("waiting", codes(enrolled.waiting()));
    }

    static String codes(Set<Role> roles) {
        return String.join(" ", roles.stream().sorted().map(Role::code).toList());
    }

    static Ref ref(Member member) {
        return new Ref("member", member.id().value(), member.organisation());
    }
}
