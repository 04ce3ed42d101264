package org.plumbline.documents.mentions;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;
import static org.plumbline.documents.mentions.CheckDigits.weighed;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers under which organisations are registered: VAT numbers, and national ones where a word beside them says so.
 * The Russian INN of a natural person (twelve digits) and every other identity number of persons are left out.
 */
final class CompanyNumbers implements Finder {
    private static final Pattern VAT = Pattern.compile(
            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])(AT|BE|DE|DK|EE|EL|GR|ES|FI|FR|HU|IT|LU|NL|PL|PT|SE|SI)[ \\u00a0]?+((?:[0-9A-Z](?:[ .\\u00a0-](?=[0-9]))?+){8,14}+)(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])");
    private static final Pattern GERMAN_REGISTER = Pattern.compile(
            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])HR([AB])[ \\u00a0]?+([0-9]{1,6}+)(?: ([A-Z])\\b)?(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])");
    private static final Pattern SWISS = Pattern.compile(
            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])CHE[- ]?([0-9]{3})\\.?([0-9]{3})\\.?([0-9]{3})(?![0-9])");
    /** A national number that stands behind a word that names it. */
    private record National(String country, Pattern word, Pattern form, Predicate<String> check, boolean checked) {
        static National digits(String country, String word, int digits, Predicate<String> check) {
            return new National(
                    country,
                    word(word),
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])([0-9](?:[ .\\u00a0]?[0-9]){%d})(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])"
                                    .formatted(digits - 1)),
                    check,
                    true);
        }

        static Pattern word(String word) {
            return Pattern.compile(
                    "(?<!\\p{L})(?:" + word
                            + ")[^\\p{L}\\p{N}\\n]{0,8}(?:(?:no|nr|number|num|n°|numéro|№)[^\\p{L}\\p{N}\\n]{0,4})?$",
                    CASE_INSENSITIVE | UNICODE_CASE);
        }
    }

    private static final List<National> NATIONAL = List.of(
            National.digits("FR", "siret", 14, CheckDigits::luhn),
            National.digits("FR", "siren|rcs(?: \\p{L}{2,30})?(?: [AB])?", 9, CheckDigits::luhn),
            // Enhetsregisterloven; Brønnøysund: weights 3 2 7 6 5 4 3 2, modulus 11.
            National.digits(
                    "NO",
                    "org\\.? ?(?:nr|no|nummer)|organisasjonsnummer|foretaksnummer",
                    9,
                    n -> weighed(n, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            National.digits("IT", "p\\. ?iva|partita iva|c\\.?f\\.?|codice fiscale", 11, CheckDigits::luhn),
            // Приказ ФНС России ММВ-7-6/435@: an organisation's number has ten digits.
            National.digits(
                    "RU", "инн|inn", 10, n -> weighed(n, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == n.charAt(9) - '0'),
            National.digits(
                    "RU", "огрн|ogrn", 13, n -> Long.parseLong(n.substring(0, 12)) % 11 % 10 == n.charAt(12) - '0'),
            new National(
                    "ES",
                    National.word("cif|nif|c\\.i\\.f\\.|n\\.i\\.f\\."),
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])([ABCDEFGHJNPQRSUVW][ -]?[0-9]{7}[ -]?[0-9A-J])(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])"),
                    VatNumber::spanishCompany,
                    true),
            new National(
                    "GB",
                    National.word(
                            "compan(?:y|ies house)(?: registration| registered)?|registered in england(?: and wales)?(?: under| with)?"
                                    + "(?: company)?|companies house (?:company )?"),
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])((?:[A-Z]{2}[0-9]{6}|[0-9]{8}))(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])"),
                    n -> true,
                    false));

    @Override
    public String name() {
        return "company-numbers";
    }

    @Override
    public void find(Stretch stretch) {
        vat(stretch);
        for (National national : NATIONAL) {
            national(stretch, national);
        }
        Matcher german = GERMAN_REGISTER.matcher(stretch.text());
        while (german.find()) {
            String letter = german.group(3);
            String value = "DE HR" + german.group(1) + " " + german.group(2) + (letter == null ? "" : " " + letter);
            add(stretch, german.start(), german.end(), value, 0.8, Ground.FORM);
        }
        Matcher swiss = SWISS.matcher(stretch.text());
        while (swiss.find()) {
            String digits = swiss.group(1) + swiss.group(2) + swiss.group(3);
            // eCH-0097: weights 5 4 3 2 7 6 5 4, modulus 11.
            if ((11 - weighed(digits, 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11 == digits.charAt(8) - '0') {
                add(stretch, swiss.start(), swiss.end(), "CHE" + digits, 0.97, Ground.CHECK_DIGITS);
            }
        }
    }

    private void vat(Stretch stretch) {
        Matcher vat = VAT.matcher(stretch.text());
        while (vat.find()) {
            String number = vat.group(2).replaceAll("[ .\\u00a0-]", "");
            if (VatNumber.holds(vat.group(1), number)) {
                add(stretch, vat.start(), vat.end(), vat.group(1) + number, 0.97, Ground.CHECK_DIGITS);
            }
        }
    }

    private void national(Stretch stretch, National national) {
        Matcher number = national.form().matcher(stretch.text());
        while (number.find()) {
            String plain = number.group(1).replaceAll("[ .\\u00a0-]", "");
            if (national.check().test(plain)
                    && national.word().matcher(stretch.before(number.start())).find()) {
                add(
                        stretch,
                        number.start(1),
                        number.end(1),
                        national.country() + " " + plain,
                        national.checked() ? 0.97 : 0.8,
                        national.checked() ? Ground.CHECK_DIGITS : Ground.WORD_BESIDE);
            }
        }
    }

    private void add(Stretch stretch, int start, int end, String value, double confidence, Ground ground) {
        stretch.add(MentionKind.COMPANY_NUMBER, start, end, value, confidence, ground, name());
    }
}
