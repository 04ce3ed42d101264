package org.plumbline.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Who acts, and for what, while a request or a step of a job runs. Bound by a filter or by the job runner with
 * {@link #as}, read by the transaction hook and by {@link Acts}.
 *
 * @param member the person, or the named service actor
 * @param name the name shown to people
 * @param organisation the organisation the person acts for
 * @param roles roles held now
 * @param session the session, token or job through which the act comes, as an opaque word
 * @param channel page, api, job or command
 * @param purpose the purpose in force, absent where none is chosen
 */
public record Acting(
        MemberId member,
        String name,
        OrganisationId organisation,
        Set<Role> roles,
        String session,
        Channel channel,
        Optional<Purpose> purpose) {

    private static final ScopedValue<Acting> CURRENT = ScopedValue.newInstance();

    /** How an act reaches Plumbline. */
    public enum Channel {
        PAGE,
        API,
        JOB,
        COMMAND;

        /** The lower-case word that stands on the trail. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param caseId the case whose authority gives the purpose
     * @param text the purpose in words, as the case states it
     * @param compartment the compartment of the case the person works in; absent at case level, where nothing of a
     *     compartment is shown
     */
    public record Purpose(CaseId caseId, String text, Optional<UUID> compartment) {
        /** At case level. */
        public Purpose(CaseId caseId, String text) {
            this(caseId, text, Optional.empty());
        }
    }

    public Acting {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The compartment this person works in, where that is one of this case. */
    public Optional<UUID> compartmentOf(CaseId caseId) {
        return purpose.filter(p -> p.caseId().equals(caseId)).flatMap(Purpose::compartment);
    }

    /** This person with another purpose in force. */
    public Acting withPurpose(Optional<Purpose> other) {
        return new Acting(member, name, organisation, roles, session, channel, other);
    }

    /** Who acts on this thread; absent before sign-in. */
    public static Optional<Acting> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Who acts on this thread; a call without one is a bug. */
    public static Acting require() {
        return current().orElseThrow(() -> new IllegalStateException("Nobody is bound as acting on this thread"));
    }

    /** Work that may fail with any exception, such as the rest of a request. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** Runs the rest of a request with this actor bound. */
    public static void during(Acting acting, Work rest) throws Exception {
        ScopedValue.where(CURRENT, acting).call(() -> {
            rest.run();
            return acting;
        });
    }

    /** Runs the body with this actor bound. */
    public static <T> T as(Acting acting, Supplier<T> body) {
        return ScopedValue.where(CURRENT, acting).call(body::get);
    }
}
