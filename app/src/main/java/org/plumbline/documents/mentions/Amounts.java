package org.plumbline.documents.mentions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Amounts of money: a number beside a currency (ISO 4217 codes, signs and words). The value is currency and decimal
 * number; a sign that several currencies share stays as it is, and a separator that can be read in two ways gives two.
 */
final class Amounts implements Finder {
    private static final Map<String, String> CURRENCY = currencies();
    private static final Map<String, Integer> SCALE = scales();

    private static final String NUMBER =
            "[0-9]{1,3}(?:[.,'’ \\u00a0\\u202f][0-9]{3}){1,5}(?:[.,][0-9]{1,2})?(?![0-9])|[0-9]{1,15}(?:[.,][0-9]{1,4})?";
    private static final String SCALES = "(?:[ \\u00a0]?(" + alternatives(SCALE) + ")(?![\\p{L}&&[^\\p{IsHan}]]))?";
    private static final String MONEY = "(" + alternatives(CURRENCY) + ")";
    private static final Pattern CURRENCY_FIRST = Pattern.compile(
            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])" + MONEY + "[ \\u00a0]?(" + NUMBER + ")" + SCALES + "(?![\\p{N}])");
    private static final Pattern NUMBER_FIRST = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,&&[^\\p{IsHan}]])(" + NUMBER + ")" + SCALES + "(?:[ \\u00a0](?:de |d’|d'|of )?)?"
                    + MONEY + "(?:\\.(?= ?\\p{Ll}))?(?![\\p{Alpha}\\p{IsCyrillic}])");

    @Override
    public String name() {
        return "amounts";
    }

    @Override
    public void find(Stretch stretch) {
        Matcher first = CURRENCY_FIRST.matcher(stretch.text());
        while (first.find()) {
            add(stretch, first, first.group(1), first.group(2), first.group(3));
        }
        Matcher second = NUMBER_FIRST.matcher(stretch.text());
        while (second.find()) {
            add(stretch, second, second.group(3), second.group(1), second.group(2));
        }
    }

    private void add(
            Stretch stretch,
            Matcher found,
            String currency,
            String number,
            @org.jspecify.annotations.Nullable String scale) {
        int zeros = scale == null ? 0 : SCALE.getOrDefault(scale, 0);
        List<String> readings = readings(number, stretch.language());
        String code = CURRENCY.getOrDefault(currency, currency);
        String value = readings.stream()
                .map(r ->
                        code + " " + new BigDecimal(r).scaleByPowerOfTen(zeros).toPlainString())
                .collect(Collectors.joining(" | "));
        boolean one = readings.size() == 1;
        stretch.add(
                MentionKind.MONEY,
                found.start(),
                found.end(),
                value,
                one ? 0.9 : 0.6,
                one ? Ground.WORD_BESIDE : Ground.TWO_READINGS,
                name());
    }

    /** The decimal numbers that a number can be: the likelier first under the habits of its language. */
    static List<String> readings(String number, String language) {
        String text = number.replaceAll("['’ \\u00a0\\u202f]", "");
        int dot = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        if (dot >= 0 && comma >= 0) {
            char decimal = dot > comma ? '.' : ',';
            return List.of(plain(text, decimal));
        }
        int last = Math.max(dot, comma);
        if (last < 0) {
            return List.of(text);
        }
        char mark = text.charAt(last);
        if (text.indexOf(mark) != last) {
            return List.of(text.replace(String.valueOf(mark), ""));
        }
        // One mark with three digits behind it, as in 1.250: a group in one language, a fraction in another.
        if (text.length() - last != 4 || !text.equals(number)) {
            return List.of(plain(text, mark));
        }
        String grouped = text.replace(String.valueOf(mark), "");
        char decimal = switch (language) {
            case "en", "zh" -> '.';
            case "de", "es", "fr", "ru", "it", "nl", "pt" -> ',';
            default -> ' ';
        };
        return decimal == ' '
                ? List.of(grouped, plain(text, mark))
                : decimal == mark ? List.of(plain(text, mark), grouped) : List.of(grouped);
    }

    private static String plain(String text, char decimal) {
        return text.replace(decimal == '.' ? "," : ".", "").replace(',', '.');
    }

    private static String alternatives(Map<String, ?> words) {
        return words.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    private static Map<String, String> currencies() {
        var words = new LinkedHashMap<String, String>();
        // Codes of funds and metals have no minor unit and stand in no invoice.
        Currency.getAvailableCurrencies().stream()
                .filter(c -> c.getDefaultFractionDigits() >= 0)
                .map(Currency::getCurrencyCode)
                .forEach(c -> words.put(c, c));
        all(words, "EUR", "€", "euro", "euros", "Euro", "Euros", "EURO", "евро", "يورو", "欧元");
        all(words, "GBP", "£", "pounds sterling", "pounds", "Pfund", "livres sterling", "фунтов", "英镑");
        all(
                words,
                "USD",
                "US$",
                "U.S. dollars",
                "US dollars",
                "US-Dollar",
                "dólares estadounidenses",
                "долларов США",
                "美元",
                "دولار أمريكي");
        all(words, "CHF", "Swiss francs", "Schweizer Franken", "francs suisses", "SFr.");
        all(words, "RUB", "₽", "руб.", "рублей", "рубля", "рубль", "руб", "roubles", "rubles", "Rubel");
        all(words, "CNY", "人民币", "元", "RMB", "yuan");
        all(words, "UAH", "₴", "грн.", "грн", "гривен");
        all(words, "TRY", "₺");
        all(words, "INR", "₹");
        all(words, "AED", "درهم إماراتي", "dirhams");
        all(words, "EGP", "جنيه مصري");
        all(words, "SAR", "ريال سعودي");
        all(words, "$", "$", "dollars", "dollar", "Dollar", "dólares", "долларов", "долл.", "دولار");
        all(words, "¥", "¥", "￥");
        all(words, "kr", "kr", "kronor", "kroner");
        return Map.copyOf(words);
    }

    private static void all(Map<String, String> words, String code, String... names) {
        for (String name : names) {
            words.put(name, code);
        }
    }

    private static Map<String, Integer> scales() {
        var zeros = new LinkedHashMap<String, Integer>();
        for (String each : List.of("k", "thousand", "Tausend", "mil", "mille", "тыс.", "тысяч", "ألف")) {
            zeros.put(each, 3);
        }
        zeros.put("万", 4);
        zeros.put("亿", 8);
        for (String each : List.of(
                "m",
                "mn",
                "million",
                "millions",
                "Mio.",
                "Mio",
                "Million",
                "Millionen",
                "millón",
                "millones",
                "M",
                "млн",
                "млн.",
                "миллионов",
                "миллиона",
                "مليون")) {
            zeros.put(each, 6);
        }
        for (String each : List.of(
                "bn",
                "billion",
                "billions",
                "Mrd.",
                "Mrd",
                "Milliarde",
                "Milliarden",
                "milliard",
                "milliards",
                "mil millones",
                "Md",
                "млрд",
                "млрд.",
                "миллиардов",
                "مليار")) {
            zeros.put(each, 9);
        }
        return Map.copyOf(new LinkedHashMap<>(zeros));
    }

    /** Currencies in the order of their codes, for tests. */
    static List<String> codes() {
        var codes = new ArrayList<>(CURRENCY.values());
        codes.sort(String::compareTo);
        return codes.stream()
                .distinct()
                .filter(c -> c.toUpperCase(Locale.ROOT).equals(c))
                .toList();
    }
}
