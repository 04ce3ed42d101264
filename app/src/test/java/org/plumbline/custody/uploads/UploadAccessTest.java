package org.plumbline.custody.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.custody.uploads.TusSender.metadata;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.Browser;

/** Who may go on with an upload, and what the trail says of it. */
class UploadAccessTest extends HarbourUploads {
    @Test
    void anUploadIsThereForWhoBeganItAndForNobodyElse() {
        Member nuno = member(office, "Nuno Salt", Role.INVESTIGATOR);
        TusSender other = new TusSender(api(nuno));
        String to = begun(100);
        String none = to.replaceFirst("[^/]*$", UUID.randomUUID().toString());
        sender.patch(to, 0, bytes(40));

        for (TusSender asking : List.of(other, sender)) {
            String address = asking == other ? to : none;
            assertThat(asking.head(address).status()).isEqualTo(404);
            assertThat(asking.patch(address, 40, bytes(60)).status()).isEqualTo(404);
            assertThat(asking.end(address).status()).isEqualTo(404);
        }
        assertThat(masked(other.patch(to, 40, bytes(60)))).isEqualTo(masked(sender.patch(none, 40, bytes(60))));
        assertThat(other.begin(1, metadata("case", harbour.toString(), "filename", "a"))
                        .status())
                .isEqualTo(404);
        assertThat(sender.head(to).header("Upload-Offset")).isEqualTo("40");
    }

    @Test
    void onTheTrailIsThatItWasBegunAndReceivedAndNotEachPiece() {
        String to = begun(30);
        for (int at = 0; at < 30; at += 10) {
            sender.patch(to, at, bytes(10));
        }

        String trail = trail();

        assertThat(trail)
                .containsOnlyOnce("custody.begin-upload")
                .containsOnlyOnce("custody.receive-upload")
                .containsOnlyOnce("\"custody.receive\"")
                .doesNotContain("custody.go-on-with-upload");
    }

    @Test
    void aPageSendsWithItsSessionAndItsToken() {
        Browser page = browser(mara);
        String csrf = page.get("/cases/" + harbour + "/documents")
                .page()
                .select("meta[name=csrf]")
                .attr("content");
        String said = metadata("case", harbour.toString(), "filename", "plan.bin");

        Browser.Answer forged = new TusSender(page).begin(4, said);
        TusSender own = new TusSender(page, "X-CSRF-TOKEN", csrf);
        String to = address(own.begin(4, said));
        Browser.Answer sent = own.patch(to, 0, bytes(4));

        assertThat(forged.status()).isEqualTo(403);
        assertThat(sent.status()).isEqualTo(204);
        assertThat(onlyExhibit().origin().code()).isEqualTo("upload");
    }

    private static String masked(Browser.Answer answer) {
        return answer.status() + answer.body().replaceAll("\"(trace_id|instance)\":\"[^\"]*\"", "");
    }
}
