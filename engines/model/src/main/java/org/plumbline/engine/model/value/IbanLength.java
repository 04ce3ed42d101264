package org.plumbline.engine.model.value;

import java.util.HashMap;
import java.util.Map;

/** Lengths of national IBANs that we know (SWIFT IBAN registry); an unlisted country is not held to a length. */
final class IbanLength {
    private static final String LENGTHS =
            "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 "
                    + "FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 "
                    + "LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 "
                    + "PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20";
    private static final Map<String, Integer> BY_COUNTRY = byCountry();

    private IbanLength() {}

    static boolean fits(String iban) {
        Integer length = BY_COUNTRY.get(iban.substring(0, 2));
        return length == null || length == iban.length();
    }

    private static Map<String, Integer> byCountry() {
        var lengths = new HashMap<String, Integer>();
        for (String entry : LENGTHS.split(" ", -1)) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
