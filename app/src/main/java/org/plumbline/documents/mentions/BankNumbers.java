package org.plumbline.documents.mentions;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of accounts, banks and legal entities: IBAN (ISO 13616), BIC (ISO 9362) and LEI (ISO 17442). */
final class BankNumbers implements Finder {
    /** Lengths by country, SWIFT IBAN Registry, release 99. */
    private static final String LENGTHS = """
            AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29
            ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20
            LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29
            PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20
            YE30
            """;

    private static final Map<String, Integer> LENGTH = lengths();
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern IBAN =
            Pattern.compile("(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])([A-Z]{2})[0-9]{2}(?=[ \\u00a0]?[A-Z0-9])");
    private static final Pattern LEI =
            Pattern.compile("(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])[A-Z0-9]{18}[0-9]{2}(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])");
    private static final Pattern BIC = Pattern.compile(
            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])[A-Z]{4}([A-Z]{2})[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])");
    private static final Pattern BIC_WORD =
            Pattern.compile("(?i)(?<!\\p{L})(?:bic|swift|s\\.w\\.i\\.f\\.t\\.)(?!\\p{L})");

    @Override
    public String name() {
        return "bank-numbers";
    }

    @Override
    public void find(Stretch stretch) {
        Matcher iban = IBAN.matcher(stretch.text());
        while (iban.find()) {
            iban(stretch, iban.start(), LENGTH.getOrDefault(iban.group(1), 0));
        }
        Matcher lei = LEI.matcher(stretch.text());
        while (lei.find()) {
            if (CheckDigits.mod97(lei.group()) == 1) {
                stretch.add(MentionKind.LEI, lei.start(), lei.end(), lei.group(), 0.97, Ground.CHECK_DIGITS, name());
            }
        }
        Matcher bic = BIC.matcher(stretch.text());
        while (bic.find()) {
            if (COUNTRIES.contains(bic.group(1))
                    && BIC_WORD.matcher(stretch.before(bic.start())).find()) {
                stretch.add(MentionKind.BIC, bic.start(), bic.end(), bic.group(), 0.9, Ground.WORD_BESIDE, name());
            }
        }
    }

    /** Collects as many letters and digits as the country has, over single blanks. */
    private void iban(Stretch stretch, int start, int length) {
        var plain = new StringBuilder();
        String text = stretch.text();
        int at = start;
        while (at < text.length() && plain.length() < length) {
            char c = text.charAt(at);
            if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) {
                plain.append(c);
            } else if ((c != ' ' && c != '\u00a0') || text.charAt(at - 1) == c) {
                return;
            }
            at++;
        }
        if (length > 0 && plain.length() == length && stretch.free(start, at) && CheckDigits.iban(plain.toString())) {
            stretch.add(MentionKind.IBAN, start, at, plain.toString(), 0.99, Ground.CHECK_DIGITS, name());
        }
    }

    private static Map<String, Integer> lengths() {
        var lengths = new HashMap<String, Integer>();
        for (String entry : LENGTHS.strip().split("\\s+", -1)) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
