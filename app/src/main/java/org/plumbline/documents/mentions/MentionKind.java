package org.plumbline.documents.mentions;

import java.util.Arrays;
import java.util.Locale;

/** What a mention looks like. Special categories and identity numbers of persons are not among them and never are. */
public enum MentionKind {
    ORGANISATION,
    PERSON,
    PLACE,
    COMPANY_NUMBER,
    LEI,
    IBAN,
    BIC,
    CRYPTO,
    MONEY,
    DATE,
    VESSEL,
    AIRCRAFT,
    DOMAIN,
    URL,
    EMAIL,
    PHONE;

    /** The word that addresses, records and bundles of words know it by. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether nothing but its place is kept: the vocabulary policy marks what it holds, or it names a person. The words
     * are read from the document each time, so no table holds them.
     */
    public boolean placeOnly() {
        return switch (this) {
            case PERSON, EMAIL, PHONE, IBAN, PLACE, URL, DOMAIN, ORGANISATION -> true;
            case COMPANY_NUMBER, LEI, BIC, CRYPTO, MONEY, DATE, VESSEL, AIRCRAFT -> false;
        };
    }

    /** The kind of a code; an unknown one is an {@link IllegalArgumentException}. */
    static MentionKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(k -> k.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of mention " + code));
    }
}
