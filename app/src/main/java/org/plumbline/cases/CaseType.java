package org.plumbline.cases;

import java.util.Locale;

/** What a case is about; retention and templates follow from it. */
public enum CaseType {
    INQUIRY,
    FRAUD,
    CORRUPTION,
    LABOUR,
    PROCUREMENT,
    DOCUMENTATION,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
