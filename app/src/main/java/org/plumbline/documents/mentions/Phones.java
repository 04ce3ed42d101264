package org.plumbline.documents.mentions;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers that the published numbering plans allow (libphonenumber): international ones anywhere, others only
 * behind a word that names a telephone, under the plans of the countries where the text's language is spoken.
 */
final class Phones implements Finder {
    private static final Pattern DIGITS = Pattern.compile(
            "(?<![\\p{L}\\p{N}+(&&[^\\p{IsHan}]])(?:\\+ ?|00)?(?:\\( ?\\+?)?[0-9](?:[0-9]|[ \\u00a0./()\\u2010-\\u2013-]{1,3}(?=[0-9(])){6,27}+(?<=[0-9])(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])");
    private static final Pattern WORD = Pattern.compile(
            "(?<!\\p{L})(?:tel|telephone|phone|fax|mobile|cell|call|telefon|telefax|mobil|handy|fon|tél|téléphone|portable|teléfono|móvil|"
                    + "тел|телефон|факс|моб|هاتف|جوال|فاكس|电话|手机|传真)(?!\\p{L})[^0-9\\n]{0,12}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Map<String, List<String>> REGIONS = Map.of(
            "en", List.of("GB", "US", "IE"),
            "de", List.of("DE", "AT", "CH"),
            "fr", List.of("FR", "BE", "CH"),
            "es", List.of("ES", "MX"),
            "ru", List.of("RU"),
            "zh", List.of("CN"),
            "ar", List.of("EG", "AE"));

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

    @Override
    public String name() {
        return "phones";
    }

    @Override
    public void find(Stretch stretch) {
        Matcher digits = DIGITS.matcher(stretch.text());
        while (digits.find()) {
            String text = digits.group();
            boolean whole = text.startsWith("+") || text.startsWith("00") || text.startsWith("(+");
            if (whole) {
                String typed = text.startsWith("00") ? "+" + text.substring(2) : text;
                add(stretch, digits, typed, "ZZ", 0.95);
            } else if (WORD.matcher(stretch.before(digits.start())).find()) {
                national(stretch, digits, text);
            }
        }
    }

    private void national(Stretch stretch, Matcher digits, String text) {
        for (String region : REGIONS.getOrDefault(stretch.language(), List.of("GB"))) {
            if (add(stretch, digits, text, region, 0.7)) {
                return;
            }
        }
    }

    private boolean add(Stretch stretch, Matcher digits, String typed, String region, double confidence) {
        try {
            PhoneNumber number = plans.parse(typed, region);
            if (!plans.isValidNumber(number)) {
                return false;
            }
            String value = plans.format(number, PhoneNumberFormat.E164);
            stretch.add(
                    MentionKind.PHONE, digits.start(), digits.end(), value, confidence, Ground.NUMBERING_PLAN, name());
            return true;
        } catch (NumberParseException e) {
            return false; // looks like one, and no plan has it
        }
    }
}
