package org.plumbline.welcome.web;

import java.util.List;
import java.util.Optional;
import org.plumbline.identity.ways.OutsideIdentity;
import org.plumbline.identity.ways.ProviderSettings;
import org.plumbline.identity.ways.WaysIn;
import org.plumbline.site.Form;

/**
 * How a person signs in.
 *
 * @param ways what is set up
 * @param provider the provider whose identity the person may link; absent where there is none
 * @param form the form that was refused
 * @param done message key of what was done just now; empty for none
 */
public record WaysPage(WaysIn.Listed ways, Optional<ProviderSettings.Provider> provider, Form form, String done) {
    /** The person's identity at the provider in use. */
    public Optional<OutsideIdentity> linked() {
        return provider.flatMap(p -> ways.identities().stream()
                .filter(i -> i.issuer().equals(p.issuer()))
                .findFirst());
    }

    /** Identities at providers that are no longer in use. */
    public List<OutsideIdentity> elsewhere() {
        return ways.identities().stream()
                .filter(i -> provider.filter(p -> p.issuer().equals(i.issuer())).isEmpty())
                .toList();
    }
}
