package org.plumbline.identity.ways;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
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

/** A person's own password, which is a way in only together with codes from an app. */
@Service
@Application
public class Passwords {
    private static final Action OFFER = new Action("identity.offer-codes", Right.SELF);
    private static final Action SET_UP = new Action("identity.set-up-password", Right.SELF);
    private static final Action CHANGE = new Action("identity.change-password", Right.SELF);
    private static final Action END = new Action("identity.end-password", Right.SELF);
    private static final Action PROVE = new Action("identity.prove", Right.SELF);
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");

    private final Acts acts;
    private final PasswordTable table;
    private final PasswordRule rule;
    private final PasswordHashes hashes;
    private final PasswordEntry entry;
    private final Codes codes;
    private final PasswordPolicy policy;
    private final LastWay lastWay;
    private final Proofs proofs;
    private final Members members;
    private final Ids ids;
    private final Clock clock;

    Passwords(
            Acts acts,
            PasswordTable table,
            PasswordRule rule,
            PasswordHashes hashes,
            PasswordEntry entry,
            Codes codes,
            PasswordPolicy policy,
            LastWay lastWay,
            Proofs proofs,
            Members members,
            Ids ids,
            Clock clock) {
        this.acts = acts;
        this.table = table;
        this.rule = rule;
        this.hashes = hashes;
        this.entry = entry;
        this.codes = codes;
        this.policy = policy;
        this.lastWay = lastWay;
        this.proofs = proofs;
        this.members = members;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a person is asked for when setting up.
     *
     * @param login the login chosen before, which stays
     */
    public record Offer(Optional<String> login, CodeOffer codes) {}

    /**
     * What a person gives when setting up.
     *
     * @param sealed the offered secret as the form carried it
     */
    public record SetUp(String login, String password, String again, String sealed, String code) {
        @Override
        public String toString() {
            return "password";
        }
    }

    /**
     * A secret for the person's app; needs a fresh proof.
     *
     * @param sealed the secret offered before, so that a refused form doesn't ask for a new one
     */
    public Offer offer(String sealed) {
        return acts.consult(OFFER, Scope.own(), () -> {
            requireAllowed();
            proofs.require();
            Member me = me();
            Instant now = clock.instant();
            CodeOffer offer =
                    codes.again(me.id(), me.name(), sealed, now).orElseGet(() -> codes.offer(me.id(), me.name(), now));
            return Noted.of(new Offer(table.login(me.id()), offer));
        });
    }

    /** Sets password and app up together, in place of those before; needs a fresh proof. */
    public PasswordWay setUp(SetUp given) {
        return acts.perform(SET_UP, Scope.own(), () -> {
            requireAllowed();
            proofs.require();
            Member me = me();
            lastWay.hold(me.id());
            Instant now = clock.instant();
            String login = table.login(me.id()).orElse(given.login().strip().toLowerCase(Locale.ROOT));
            Optional<byte[]> secret = codes.secret(me.id(), given.sealed(), now);
            OptionalLong step =
                    secret.map(s -> codes.step(s, given.code(), now)).orElse(OptionalLong.empty());
            check(given, login, secret.isPresent(), step.isPresent());
            keepLogin(me, login, now);
            UUID app = ids.next();
            table.insertPassword(ids.next(), me.id(), hashes.hash(given.password()), now);
            table.insertCodeApp(app, me.id(), codes.keep(me.id(), secret.orElseThrow()), now);
            table.useCode(app, step.orElseThrow(), now);
            PasswordWay way = table.of(me.id()).orElseThrow().way();
            return Noted.of(way, ref(way)).with("login", login);
        });
    }

    /** Sets another password; the app stays. Needs a fresh proof. */
    public PasswordWay change(String password, String again) {
        return acts.perform(CHANGE, Scope.own(), () -> {
            requireAllowed();
            proofs.require();
            Member me = me();
            lastWay.hold(me.id());
            PasswordWay before = own();
            var input = new Input();
            rule.check(input, password, again, known(before.login()));
            input.check();
            table.insertPassword(ids.next(), me.id(), hashes.hash(password), clock.instant());
            PasswordWay way = own();
            return Noted.of(way, ref(way));
        });
    }

    /** Removes password and app; needs a fresh proof, and another way to sign in. The login stays the person's. */
    public PasswordWay end() {
        return acts.perform(END, Scope.own(), () -> {
            proofs.require();
            var me = Acting.require().member();
            lastWay.hold(me);
            PasswordWay way = own();
            lastWay.checkWithoutPassword(me);
            table.endPasswords(me, clock.instant());
            table.endCodeApps(me, clock.instant());
            return Noted.of(way, ref(way));
        });
    }

    /** Proves by password and code that the acting person is still there. */
    public PasswordWay prove(String password, String code) {
        Acting acting = Acting.require();
        PasswordEntry.Given given = entry.lookAgain(acting.member(), password);
        PasswordWay proved = acts.perform(PROVE, Scope.own(), () -> {
            entry.check(given, code);
            requireAllowed();
            proofs.given(acting.member(), acting.session());
            PasswordWay way = own();
            return Noted.of(way, ref(way)).with("by", "password");
        });
        entry.wasRight(acting.member());
        return proved;
    }

    private void requireAllowed() {
        policy.require(Acting.require().organisation());
    }

    private void check(SetUp given, String login, boolean offered, boolean confirmed) {
        var input = new Input();
        if (!LOGIN.matcher(login).matches()) {
            input.refuse("login", login.isEmpty() ? "field-missing" : "login-shape", Map.of());
        }
        rule.check(input, given.password(), given.again(), known(login));
        if (!offered) {
            input.refuse("code", "codes-offered-too-long-ago", Map.of());
        } else if (!confirmed) {
            input.refuse("code", "code-wrong", Map.of());
        }
        input.check();
    }

    private void keepLogin(Member me, String login, Instant now) {
        if (table.login(me.id()).isEmpty() && !table.insertLogin(me.id(), login, now)) {
            throw Refusal.invalid(List.of(new Refusal.Field("login", "login-taken", Map.of())))
                    .asException();
        }
    }

    private List<String> known(String login) {
        return List.of(me().name(), members.ownOrganisation().name(), login);
    }

    private PasswordWay own() {
        return table.of(Acting.require().member())
                .map(PasswordTable.Stored::way)
                .orElseThrow(Refusal.absent()::asException);
    }

    private Member me() {
        return members.find(Acting.require().member()).orElseThrow(Refusal.absent()::asException);
    }

    static Ref ref(PasswordWay way) {
        return new Ref("password", way.id(), Acting.require().organisation());
    }
}
