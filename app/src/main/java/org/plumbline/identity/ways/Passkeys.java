package org.plumbline.identity.ways;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.identity.Member;
import org.plumbline.identity.Members;
import org.plumbline.identity.Proofs;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** A person's own passkeys. */
@Service
@Application
public class Passkeys {
    private static final Action ASK = new Action("identity.ask-for-passkey", Right.SELF);
    private static final Action ADD = new Action("identity.add-passkey", Right.SELF);
    private static final Action END = new Action("identity.end-passkey", Right.SELF);
    private static final Action PROVE = new Action("identity.prove", Right.SELF);
    private static final int MOST = 20;

    private final Acts acts;
    private final PasskeyTable table;
    private final PasskeyCheck check;
    private final PasskeyOptions options;
    private final PasskeyEntry entry;
    private final LastWay lastWay;
    private final Proofs proofs;
    private final Members members;
    private final Ids ids;
    private final Clock clock;

    Passkeys(
            Acts acts,
            PasskeyTable table,
            PasskeyCheck check,
            PasskeyOptions options,
            PasskeyEntry entry,
            LastWay lastWay,
            Proofs proofs,
            Members members,
            Ids ids,
            Clock clock) {
        this.acts = acts;
        this.table = table;
        this.check = check;
        this.options = options;
        this.entry = entry;
        this.lastWay = lastWay;
        this.proofs = proofs;
        this.members = members;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the browser is asked for to make a passkey over this challenge; needs a fresh proof. */
    public Map<String, Object> askToMake(byte[] challenge) {
        return acts.consult(ASK, Scope.own(), () -> {
            proofs.require();
            Member me = me();
            return Noted.of(options.making(me, challenge, table.of(me.id())));
        });
    }

    /** What the browser is asked for to use one of the acting person's passkeys over this challenge. */
    public Map<String, Object> askToUse(byte[] challenge) {
        return acts.consult(
                ASK,
                Scope.own(),
                () -> Noted.of(
                        options.using(challenge, table.of(Acting.require().member()))));
    }

    /** Adds the passkey that the browser made over this challenge; needs a fresh proof. */
    public Passkey add(String name, String json, byte[] challenge) {
        return acts.perform(ADD, Scope.own(), () -> {
            proofs.require();
            var input = new Input();
            String called = input.text("name", name, 100);
            input.check();
            Member me = me();
            lastWay.hold(me.id());
            if (table.of(me.id()).size() >= MOST) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "passkeys-full", Map.of("most", Integer.toString(MOST)))
                        .asException();
            }
            PasskeyCredential credential = check.made(json, challenge);
            var passkey = new Passkey(
                    ids.next(),
                    me.id(),
                    called,
                    credential.transports(),
                    credential.backedUp(),
                    clock.instant(),
                    java.util.Optional.empty());
            if (!table.insert(passkey, credential)) {
                throw PasskeyCheck.refused("passkey-not-made");
            }
            return Noted.of(passkey, ref(passkey)).with("name", called);
        });
    }

    /** Removes one of the acting person's passkeys; needs a fresh proof, and another way to sign in. */
    public Passkey end(UUID id) {
        return acts.perform(END, Scope.own(), () -> {
            proofs.require();
            lastWay.hold(Acting.require().member());
            Passkey passkey = table.of(Acting.require().member()).stream()
                    .map(PasskeyTable.Stored::passkey)
                    .filter(p -> p.id().equals(id))
                    .findFirst()
                    .orElseThrow(Refusal.absent()::asException);
            lastWay.check(passkey.member());
            table.end(id, clock.instant());
            return Noted.of(passkey, ref(passkey)).with("name", passkey.name());
        });
    }

    /** Proves by a passkey that the acting person is still there. */
    public Passkey prove(String json, byte[] challenge) {
        return acts.perform(PROVE, Scope.own(), () -> {
            Acting acting = Acting.require();
            PasskeyTable.Stored mine = entry.known(check.answered(json))
                    .filter(known -> known.passkey().member().equals(acting.member()))
                    .orElseThrow(() -> PasskeyCheck.refused("passkey-wrong"));
            entry.use(mine, check.answered(json), challenge);
            proofs.given(acting.member(), acting.session());
            return Noted.of(mine.passkey(), ref(mine.passkey())).with("by", "passkey");
        });
    }

    private Member me() {
        return members.find(Acting.require().member()).orElseThrow(Refusal.absent()::asException);
    }

    static Ref ref(Passkey passkey) {
        return new Ref("passkey", passkey.id(), Acting.require().organisation());
    }

    static List<Ref> refs(List<Passkey> passkeys) {
        return passkeys.stream().map(Passkeys::ref).toList();
    }
}
