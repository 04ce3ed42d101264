package org.plumbline.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.MemberId;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A member who proved who they are, as Spring Security keeps it in the session. */
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final String member;
    private final String session;
    private final Acting.Channel channel;

    SignedIn(MemberId member, String session, Acting.Channel channel) {
        super(List.of());
        this.member = member.toString();
        this.session = session;
        this.channel = channel;
        setAuthenticated(true);
    }

    String session() {
        return session;
    }

    Acting.Channel channel() {
        return channel;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return member;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && super.equals(that) && session.equals(that.session);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + session.hashCode();
    }
}
