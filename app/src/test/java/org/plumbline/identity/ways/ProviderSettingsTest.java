package org.plumbline.identity.ways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ProviderSettingsTest {
    private final MockEnvironment settings = new MockEnvironment();

    @Test
    void withoutAnIssuerThereIsNoProvider() {
        assertThat(new ProviderSettings(settings).inUse()).isEmpty();
    }

    @Test
    void aProviderIsCalledByItsHostUnlessItHasALabel() {
        set("issuer", "https://login.office.example/realms/office");
        set("client-id", "plumbline");
        set("organisation", "Harbour Inspectorate");

        assertThat(new ProviderSettings(settings).inUse()).hasValueSatisfying(provider -> {
            assertThat(provider.label()).isEqualTo("login.office.example");
            assertThat(provider.secretFile()).isEmpty();
        });
    }

    @Test
    void whatIsLackingStopsTheStartAndIsNamed() {
        set("issuer", "https://login.office.example");
        set("client-id", "plumbline");

        assertThatIllegalStateException()
                .isThrownBy(() -> new ProviderSettings(settings))
                .withMessageContaining("plumbline.oidc.organisation is not set");
    }

    @Test
    void aProviderOnAnotherMachineIsReachedByHttpsOnly() {
        set("issuer", "http://login.office.example");

        assertThatIllegalStateException()
                .isThrownBy(() -> new ProviderSettings(settings))
                .withMessageContaining("has an https address");
    }

    private void set(String name, String value) {
        settings.setProperty("plumbline.oidc." + name, value);
    }
}
