package org.plumbline.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.settings.Resolved;
import org.plumbline.settings.Settings;
import org.springframework.stereotype.Service;

/** How mail is sent, for administrators, and a message that tries it. */
@Service
@Application
public class TestMessages {
    private static final Action READ = new Action("mail.read-settings", Right.ADMINISTER);
    private static final Action SEND = new Action("mail.send-test", Right.ADMINISTER);
    private static final int MOST = 5;
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final int LONGEST_ADDRESS = 254;

    private final Acts acts;
    private final MailServer server;
    private final Settings settings;
    private final Clock clock;
    private final Deque<Instant> sent = new ArrayDeque<>();

    TestMessages(Acts acts, MailServer server, Settings settings, Clock clock) {
        this.acts = acts;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How mail is sent.
     *
     * @param settings those of mail, no secret among them
     * @param last what became of the last letter since the start
     */
    public record State(boolean isOff, List<Resolved> settings, Optional<Outcome> last) {
        public State {
            settings = List.copyOf(settings);
        }
    }

    /** How mail is sent now. */
    public State read() {
        return acts.consult(
                READ,
                Scope.organisation(),
                () -> Noted.of(new State(
                        server.isOff(),
                        settings.all().stream()
                                .filter(one -> one.setting().key().startsWith("mail."))
                                .toList(),
                        server.last())));
    }

    /**
     * Sends a message that says it is a test, once its act is committed. Of the address the trail keeps the part behind
     * the @ only.
     *
     * @param subject one line
     */
    public Outcome send(String to, String subject, String text) {
        Letter letter = acts.perform(SEND, Scope.organisation(), () -> {
            Letter made = letter(to, subject, text);
            if (!server.isOff()) {
                take();
            }
            return Noted.of(made).with("domain", made.domain());
        });
        return server.send(letter);
    }

    private Letter letter(String to, String subject, String text) {
        var input = new Input();
        String address = input.text("to", to, LONGEST_ADDRESS);
        input.check();
        if (!Letter.isAddress(address)) {
            input.refuse("to", "mail-address", Map.of());
            input.check();
        }
        return new Letter(address, subject, text);
    }

    private void take() {
        synchronized (sent) {
            Instant now = clock.instant();
            sent.removeIf(at -> at.isBefore(now.minus(WITHIN)));
            if (sent.size() >= MOST) {
                long seconds =
                        Duration.between(now, sent.getFirst().plus(WITHIN)).toSeconds() + 1;
                throw Refusal.of(Refusal.Kind.TOO_OFTEN, "mail-too-often", Map.of("seconds", Long.toString(seconds)))
                        .asException();
            }
            sent.addLast(now);
        }
    }
}
