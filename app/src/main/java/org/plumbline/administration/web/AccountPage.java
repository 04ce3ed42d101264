package org.plumbline.administration.web;

import java.util.List;
import java.util.Optional;
import org.plumbline.identity.Token;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;

/**
 * A person's own account: where they are signed in, and API tokens.
 *
 * @param secret the secret of a token made just now, shown this once
 */
public record AccountPage(List<Token> tokens, SignedInPage signedIn, Form form, Optional<String> secret) {
    public AccountPage {
        tokens = List.copyOf(tokens);
    }

    public List<Option> scopes(Texts texts) {
        return List.of(
                new Option("read", texts.say("account.scope.read")),
                new Option("write", texts.say("account.scope.write")));
    }
}
