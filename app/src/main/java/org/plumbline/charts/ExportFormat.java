package org.plumbline.charts;

import java.util.Locale;

/** What a chart can leave as. */
public enum ExportFormat {
    PNG,
    SVG;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
