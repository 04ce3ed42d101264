package org.plumbline.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.identity.Proofs;
import org.plumbline.identity.SessionsOf;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Begins and ends a browser session, and keeps its current purpose. */
@Component
public class Sessions {
    private final HttpSessionSecurityContextRepository repository = new HttpSessionSecurityContextRepository();
    private final SessionsOf begun;
    private final Proofs proofs;
    private final FindByIndexNameSessionRepository<? extends Session> kept;

    Sessions(SessionsOf begun, Proofs proofs, FindByIndexNameSessionRepository<? extends Session> kept) {
        this.begun = begun;
        this.proofs = proofs;
        this.kept = kept;
    }

    /** Signs a member in on this browser, in a fresh session; signing in is a proof. */
    public void begin(HttpServletRequest request, HttpServletResponse response, MemberId member) {
        @Nullable HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        HttpSession session = request.getSession(true);
        String word = "session:" + fingerprint(session);
        var context = SecurityContextHolder.createEmptyContext();
        begun.begun(
                member,
                fingerprint(session),
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
        context.setAuthentication(new SignedIn(member, word, Acting.Channel.PAGE));
        SecurityContextHolder.setContext(context);
        repository.saveContext(context, request, response);
        proofs.given(member, word);
    }

    /** Ends every other session of a member. */
    public void endOthers(HttpServletRequest request, MemberId member) {
        @Nullable HttpSession own = request.getSession(false);
        kept.findByPrincipalName(member.toString()).keySet().stream()
                .filter(id -> own == null || !id.equals(own.getId()))
                .forEach(kept::deleteById);
    }

    /** Signs out on this browser. */
    public void end(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** Puts a purpose in force and keeps it for its case for the rest of the session; absent means none is in force. */
    public void keep(HttpServletRequest request, Optional<Acting.Purpose> purpose) {
        HttpSession session = request.getSession(true);
        purpose.ifPresentOrElse(
                p -> {
                    session.setAttribute(ActingFilter.PURPOSE_CASE, p.caseId().toString());
                    session.setAttribute(TakenPurpose.attribute(p.caseId()), TakenPurpose.text(p));
                },
                () -> session.removeAttribute(ActingFilter.PURPOSE_CASE));
    }

    /** The purpose taken for this case earlier in the session. */
    public Optional<Acting.Purpose> taken(HttpServletRequest request, CaseId caseId) {
        @Nullable HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : TakenPurpose.of(session, caseId);
    }

    /** Forgets the purpose taken for this case, so that it is asked for again. */
    public void forget(HttpServletRequest request, CaseId caseId) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(TakenPurpose.attribute(caseId));
        }
    }

    /** The trail names sessions by a digest: the cookie's value is a secret. */
    private static String fingerprint(HttpSession session) {
        return org.plumbline.kernel.Digest.of(session.getId().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hex()
                .substring(0, 16);
    }
}
