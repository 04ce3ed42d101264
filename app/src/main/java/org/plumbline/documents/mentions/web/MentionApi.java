package org.plumbline.documents.mentions.web;

import java.util.List;
import java.util.UUID;
import org.plumbline.documents.mentions.Mention;
import org.plumbline.documents.mentions.Mentions;
import org.plumbline.kernel.CaseId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The suggested mentions of one document over the API. There is no way to ask for those of several. */
@RestController
class MentionApi {
    private final Mentions mentions;

    MentionApi(Mentions mentions) {
        this.mentions = mentions;
    }

    /**
     * One place of the text.
     *
     * @param start where it begins, in UTF-16 units
     * @param end after its last unit
     * @param ground why it is suggested
     */
    record One(
            String kind,
            int start,
            int end,
            String text,
            String value,
            double confidence,
            String ground,
            String finder) {
        static One of(Mention m) {
            return new One(
                    m.kind().code(),
                    m.start(),
                    m.end(),
                    m.text(),
                    m.value(),
                    m.confidence(),
                    m.ground().code(),
                    m.finder());
        }
    }

    /**
     * @param upTo how much of the text was looked at
     * @param characters length of the text
     */
    record All(List<One> items, int upTo, int characters) {}

    @GetMapping("/api/v1/cases/{caseId}/documents/{documentId}/mentions")
    All all(@PathVariable UUID caseId, @PathVariable UUID documentId) {
        var reading = mentions.of(new CaseId(caseId), documentId);
        return new All(reading.mentions().stream().map(One::of).toList(), reading.upTo(), reading.characters());
    }
}
