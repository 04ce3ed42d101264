package org.plumbline.identity.ways;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.identity.Proofs;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** How the acting person signs in. */
@Service
@Application
public class WaysIn {
    private static final Action LIST = new Action("identity.list-ways-in", Right.SELF);

    private final Acts acts;
    private final PasskeyTable passkeys;
    private final PasswordTable passwords;
    private final IdentityLinkTable identities;
    private final Proofs proofs;
    private final PasswordPolicy policy;

    WaysIn(
            Acts acts,
            PasskeyTable passkeys,
            PasswordTable passwords,
            IdentityLinkTable identities,
            Proofs proofs,
            PasswordPolicy policy) {
        this.acts = acts;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.identities = identities;
        this.proofs = proofs;
        this.policy = policy;
    }

    /**
     * @param password the login with its password and code app; absent where none is set up
     * @param fresh whether the proof of this session still lets the person change them
     * @param passwordsAllowed whether a password with codes is a way in
     */
    public record Listed(
            List<Passkey> passkeys,
            Optional<PasswordWay> password,
            List<OutsideIdentity> identities,
            boolean fresh,
            boolean passwordsAllowed) {
        public Listed {
            passkeys = List.copyOf(passkeys);
            identities = List.copyOf(identities);
        }

        /** Whether the person can't come back. */
        public boolean isEmpty() {
            return passkeys.isEmpty() && (password.isEmpty() || !passwordsAllowed) && identities.isEmpty();
        }
    }

    /** The acting person's ways to sign in. */
    public Listed list() {
        return acts.consult(LIST, Scope.own(), () -> {
            Acting acting = Acting.require();
            var listed = new Listed(
                    passkeys.of(acting.member()).stream()
                            .map(PasskeyTable.Stored::passkey)
                            .toList(),
                    passwords.of(acting.member()).map(PasswordTable.Stored::way),
                    identities.of(acting.member()),
                    proofs.isFresh(),
                    policy.allowedIn(acting.organisation()));
            return Noted.of(listed, refs(listed));
        });
    }

    private static List<Ref> refs(Listed listed) {
        var refs = new ArrayList<>(Passkeys.refs(listed.passkeys()));
        listed.password().map(Passwords::ref).ifPresent(refs::add);
        listed.identities().stream().map(Identities::ref).forEach(refs::add);
        return refs;
    }
}
