package org.plumbline.identity.ways;

import java.util.Map;
import org.plumbline.identity.Member;
import org.plumbline.identity.Members;
import org.plumbline.identity.SignIn;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Signs in who is known at the organisation's provider and has linked that identity before. */
@Component
public class IdentityEntry {
    private final IdentityLinkTable table;
    private final Members members;
    private final SignIn signIn;

    IdentityEntry(IdentityLinkTable table, Members members, SignIn signIn) {
        this.table = table;
        this.members = members;
        this.signIn = signIn;
    }

    /** The member who linked this identity; an unknown one is refused, and no account is made of it. */
    public Member enter(String issuer, String subject) {
        Member member = table.find(issuer, subject)
                .flatMap(identity -> members.find(identity.member()))
                .orElseThrow(Refusal.of(Refusal.Kind.FORBIDDEN, "identity-unknown", Map.of())::asException);
        return signIn.enter(member, "provider", () -> {});
    }
}
