package org.plumbline.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/**
 * Other systems that work with Plumbline under a name of their own. Whoever holds the data folder gives them a token; a
 * case they reach only once its lead or supervisor lets them in.
 */
@Service
@Application
public class ServiceAccounts {
    private static final Action TOKEN = new Action("identity.make-service-token", Right.SELF);

    /** As long as a person's longest. */
    private static final Duration LIFE = Duration.ofDays(365);

    private final Acts acts;
    private final Enrolment enrolment;
    private final IdentityTable table;
    private final OrganisationTable organisations;
    private final Ids ids;
    private final Clock clock;

    ServiceAccounts(
            Acts acts,
            Enrolment enrolment,
            IdentityTable table,
            OrganisationTable organisations,
            Ids ids,
            Clock clock) {
        this.acts = acts;
        this.enrolment = enrolment;
        this.table = table;
        this.organisations = organisations;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A new token of a service account, which is made where there is none of this name; earlier tokens go on working
     * until they are ended.
     *
     * @param organisation its name; may be empty where the installation has one alone
     * @param scope read or write
     * @return the secret, shown now and never again
     */
    public String token(String organisation, String name, String scope) {
        Organisation of = organisation(organisation.strip());
        return Acting.as(
                FolderHolder.holding(of.id()),
                () -> acts.perform(TOKEN, Scope.own(), () -> {
                    var input = new Input();
                    String called = input.text("service", name, 200);
                    if (!Set.of("read", "write").contains(scope)) {
                        input.refuse("scope", "scope-unknown", Map.of("scope", scope));
                    }
                    input.check();
                    Member service = account(of, called);
                    return Noted.of(
                                    enrolment.token(service.id(), called, scope.equals("write"), LIFE),
                                    Staff.ref(service))
                            .with("name", called)
                            .with("scope", scope)
                            .with("days", LIFE.toDays());
                }));
    }

    private Organisation organisation(String name) {
        return (name.isEmpty() ? organisations.only() : organisations.find(name))
                .orElseThrow(() -> Refusal.of(
                                Refusal.Kind.INVALID,
                                name.isEmpty() ? "organisation-unclear" : "organisation-unknown",
                                Map.of("name", name))
                        .asException());
    }

    private Member account(Organisation of, String name) {
        var known = table.known(of.id(), name);
        if (known.filter(k -> !k.member().service() || k.left().isPresent()).isPresent()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "service-name-taken", Map.of("name", name))
                    .asException();
        }
        return known.map(IdentityTable.Known::member).orElseGet(() -> {
            var made = new Member(new MemberId(ids.next()), of.id(), name, Set.of(), true);
            table.insertMember(made, clock.instant(), Optional.of(FolderHolder.ID));
            return made;
        });
    }
}
