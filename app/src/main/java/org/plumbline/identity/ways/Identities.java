package org.plumbline.identity.ways;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.plumbline.identity.Members;
import org.plumbline.identity.Proofs;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** A person's own identity at the organisation's provider. Nobody becomes a member by one, and it brings no roles. */
@Service
@Application
public class Identities {
    private static final Action LEAVE = new Action("identity.ask-provider", Right.SELF);
    private static final Action LINK = new Action("identity.link-identity", Right.SELF);
    private static final Action END = new Action("identity.end-identity", Right.SELF);

    private final Acts acts;
    private final IdentityLinkTable table;
    private final ProviderSettings provider;
    private final LastWay lastWay;
    private final Proofs proofs;
    private final Members members;
    private final Ids ids;
    private final Clock clock;

    Identities(
            Acts acts,
            IdentityLinkTable table,
            ProviderSettings provider,
            LastWay lastWay,
            Proofs proofs,
            Members members,
            Ids ids,
            Clock clock) {
        this.acts = acts;
        this.table = table;
        this.provider = provider;
        this.lastWay = lastWay;
        this.proofs = proofs;
        this.members = members;
        this.ids = ids;
        this.clock = clock;
    }

    /** The provider whose identity the acting person may link; refused without a fresh proof. */
    public ProviderSettings.Provider ask() {
        return acts.perform(LEAVE, Scope.own(), () -> {
            proofs.require();
            ProviderSettings.Provider mine = mine();
            return Noted.of(mine).with("provider", mine.issuer());
        });
    }

    /** Links what the provider said of who is at the browser to the acting person. */
    public OutsideIdentity link(String issuer, String subject) {
        return acts.perform(LINK, Scope.own(), () -> {
            proofs.require();
            Acting acting = Acting.require();
            if (!mine().issuer().equals(issuer)) {
                throw Refusal.absent().asException();
            }
            lastWay.hold(acting.member());
            table.hold(issuer, subject);
            if (table.find(issuer, subject).isPresent()
                    || table.of(acting.member()).stream()
                            .anyMatch(known -> known.issuer().equals(issuer))) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "identity-linked", Map.of())
                        .asException();
            }
            var identity = new OutsideIdentity(ids.next(), acting.member(), issuer, subject, clock.instant());
            table.insert(identity);
            return Noted.of(identity, ref(identity)).with("provider", issuer);
        });
    }

    /** Removes the link; needs a fresh proof, and another way to sign in. */
    public OutsideIdentity end(UUID id) {
        return acts.perform(END, Scope.own(), () -> {
            proofs.require();
            lastWay.hold(Acting.require().member());
            OutsideIdentity identity = table.of(Acting.require().member()).stream()
                    .filter(i -> i.id().equals(id))
                    .findFirst()
                    .orElseThrow(Refusal.absent()::asException);
            lastWay.checkWithout(identity);
            table.end(id, clock.instant());
            return Noted.of(identity, ref(identity)).with("provider", identity.issuer());
        });
    }

    private ProviderSettings.Provider mine() {
        return provider.inUse()
                .filter(p -> members.isOwnOrganisation(p.organisation()))
                .orElseThrow(Refusal.absent()::asException);
    }

    static Ref ref(OutsideIdentity identity) {
        return new Ref("outside-identity", identity.id(), Acting.require().organisation());
    }
}
