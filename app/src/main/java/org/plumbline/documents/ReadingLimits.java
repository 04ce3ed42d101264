package org.plumbline.documents;

import java.time.Duration;
import org.plumbline.documents.extract.Limits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The bounds within which each file is read, as they are set. */
@Component
class ReadingLimits {
    private final Limits limits;

    ReadingLimits(
            @Value("${plumbline.documents.time-limit:3m}") Duration time,
            @Value("${plumbline.documents.text-characters:20000000}") int characters,
            @Value("${plumbline.documents.files-inside:20000}") int children,
            @Value("${plumbline.documents.size-inside:4GB}") DataSize childBytes,
            @Value("${plumbline.documents.unpacking:200}") int ratio,
            @Value("${plumbline.documents.nesting:12}") int depth,
            @Value("${plumbline.documents.ocr-pages:200}") int ocrPages,
            @Value("${plumbline.documents.ocr-pixels:60000000}") long pixels) {
        this.limits = new Limits(time, characters, children, childBytes.toBytes(), ratio, depth, ocrPages, pixels);
    }

    Limits limits() {
        return limits;
    }
}
