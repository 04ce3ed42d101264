package org.plumbline.identity.ways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class SiteAddressTest {
    @Test
    void withoutASettingItIsThisMachineAndTheServersPort() {
        var address = new SiteAddress(
                new MockEnvironment().withProperty("server.port", "8080").withProperty("local.server.port", "8192"));

        assertThat(address.origin()).isEqualTo("http://localhost:8192");
        assertThat(address.host()).isEqualTo("localhost");
    }

    @Test
    void anOriginLeavesPathAndStandardPortOut() {
        assertThat(of("https://Plumbline.example:443/start").origin()).isEqualTo("https://plumbline.example");
        assertThat(of("https://plumbline.example:8443").origin()).isEqualTo("https://plumbline.example:8443");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://plumbline.example", "plumbline.example", "ftp://localhost"})
    void anAddressThatPasskeysCannotBeBoundToStopsTheStart(String wrong) {
        assertThatIllegalStateException()
                .isThrownBy(() -> of(wrong))
                .withMessageContaining("plumbline.url is \"" + wrong);
    }

    private static SiteAddress of(String url) {
        return new SiteAddress(new MockEnvironment().withProperty("plumbline.url", url));
    }
}
