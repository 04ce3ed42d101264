package org.plumbline.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Role;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What may be said of the installation's keys, where administrators see it. */
class KeysPageTest extends ApplicationTest {
    @Autowired
    private KeyFolder keys;

    @Test
    void theKeysAreShownByWhatMayBeSaidOfThem() {
        Organisation office = organisation();
        Member ada = member(office, "Ada Finch", Role.ADMINISTRATOR);

        var page = browser(ada).get("/admin/keys").page();
        String api = api(ada).get("/api/v1/keys").body();

        assertThat(page.text()).contains(keys.master().fingerprint(), "Second factors", "today");
        assertThat(api).contains(keys.master().fingerprint(), "\"kind\":\"sign-in\"");
        String secret = keys.find(KeyKind.SIGN_IN).orElseThrow().secret();
        assertThat(page.outerHtml() + api).doesNotContain(secret);
    }

    @Test
    void endedKeysAreShownWithTheirDatesAndTheReason() {
        Member ada = member(organisation(), "Ada Finch", Role.ADMINISTRATOR);
        keys.of(KeyKind.WITNESS, () -> new KeyFolder.Key("a secret", "a public part"));
        keys.end(
                KeyKind.WITNESS.code(),
                Optional.of(Instant.parse("2026-02-03T10:00:00Z")),
                "A laptop <b>was lost</b>",
                ended -> {});

        var page = browser(ada).get("/admin/keys").page();
        String api = api(ada).get("/api/v1/keys").body();

        assertThat(page.select("[aria-labelledby=h-keys-ended]").text())
                .contains("Witness", "3 Feb 2026", "A laptop <b>was lost</b>", "a public part");
        assertThat(api).contains("\"revoked_since\":\"2026-02-03T10:00:00Z\"", "\"public_part\":\"a public part\"");
    }

    @Test
    void nobodyElseReadsThem() {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);

        assertThat(browser(mara).get("/admin/keys").status()).isEqualTo(403);
        assertThat(api(mara).get("/api/v1/keys").status()).isEqualTo(403);
    }
}
