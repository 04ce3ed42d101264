package org.plumbline.documents;

import java.util.List;
import java.util.UUID;
import org.plumbline.kernel.Stamp;

/**
 * Who chose in which languages the scans of a case are read.
 *
 * @param languages as tesseract names them; none for those of the installation
 */
public record OcrChoice(UUID id, Stamp stamp, List<String> languages) {
    public OcrChoice {
        languages = List.copyOf(languages);
    }
}
