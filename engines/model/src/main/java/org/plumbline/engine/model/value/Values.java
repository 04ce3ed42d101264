package org.plumbline.engine.model.value;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.plumbline.engine.model.value.Checked.Invalid;
import org.plumbline.engine.model.value.Checked.Valid;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Normal forms of dates, numbers, codes and references. */
final class Values {
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?\\d{1,3}(,\\d{3}){2,}(\\.\\d+)?|[+-]?\\d{1,3},\\d{3}\\.\\d+");
    private static final Pattern SPACED = Pattern.compile("[+-]?\\d{1,3}([ \\u00a0\\u202f']\\d{3})+(\\.\\d+)?");
    private static final Pattern ONE_COMMA = Pattern.compile("[+-]?\\d+,\\d+|[+-]?[\\d.]+,\\d+");
    private static final Pattern MIME = Pattern.compile("[a-z0-9!#$&^_.+-]{1,127}/[a-z0-9!#$&^_.+-]{1,127}");
    private static final Pattern HEX =
            Pattern.compile("[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128}");
    private static final Pattern ENTITY = Pattern.compile("[^\\s\\p{Cntrl}]{1,200}");

    private Values() {}

    static Checked date(String raw) {
        return PartialDate.read(raw)
                .<Checked>map(date -> new Valid(date.text()))
                .orElseGet(() -> new Invalid(Fault.NOT_A_DATE, "YYYY, YYYY-MM, YYYY-MM-DD or a date and time"));
    }

    static Checked country(String raw) {
        Map<String, String> codes = CodeLists.model().list("country");
        String lower = raw.toLowerCase(Locale.ROOT);
        String code = codes.containsKey(lower)
                ? lower
                : CodeLists.model().countryByName().get(lower);
        return code == null ? new Invalid(Fault.NOT_A_COUNTRY, "an ISO 3166 code or a plain name") : new Valid(code);
    }

    static Checked language(String raw) {
        String lower = raw.toLowerCase(Locale.ROOT);
        String code = CodeLists.model().languageByCode().get(lower);
        return code == null ? new Invalid(Fault.NOT_A_LANGUAGE, "an ISO 639 code of the model") : new Valid(code);
    }

    static Checked topic(String raw) {
        return listed("topic", raw, Fault.NOT_A_TOPIC);
    }

    static Checked gender(String raw) {
        return listed("gender", raw, Fault.NOT_A_GENDER);
    }

    static Checked entity(String raw) {
        return ENTITY.matcher(raw).matches()
                ? new Valid(raw)
                : new Invalid(Fault.NOT_AN_ENTITY_ID, "1 to 200 characters without white space");
    }

    /** A number with a plain point, no groups and no exponent. "1,000" may be one or a thousand: it is not guessed. */
    static Checked number(String raw) {
        if (PLAIN.matcher(raw).matches()) {
            return new Valid(plain(raw));
        }
        if (GROUPED.matcher(raw).matches() || SPACED.matcher(raw).matches()) {
            return new Valid(plain(raw.replaceAll("[, \\u00a0\\u202f']", "")));
        }
        return ONE_COMMA.matcher(raw).matches()
                ? new Invalid(Fault.AMBIGUOUS_NUMBER, "a point for decimals")
                : new Invalid(Fault.NOT_A_NUMBER, "digits with a point for decimals");
    }

    static Checked mimetype(String raw) {
        int parameters = raw.indexOf(';');
        String type =
                (parameters < 0 ? raw : raw.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
        return MIME.matcher(type).matches() ? new Valid(type) : new Invalid(Fault.NOT_A_MIMETYPE, "type/subtype");
    }

    static Checked checksum(String raw) {
        String lower = raw.toLowerCase(Locale.ROOT);
        return HEX.matcher(lower).matches() ? new Valid(lower) : new Invalid(Fault.NOT_A_CHECKSUM, "a digest in hex");
    }

    static Checked json(String raw) {
        try {
            JsonMapper.shared().readTree(raw);
            return new Valid(raw);
        } catch (JacksonException e) {
            return new Invalid(Fault.NOT_JSON, "JSON by RFC 8259");
        }
    }

    private static String plain(String number) {
        return new BigDecimal(number).toPlainString();
    }

    private static Checked listed(String type, String raw, Fault fault) {
        String lower = raw.toLowerCase(Locale.ROOT);
        return CodeLists.model().list(type).containsKey(lower)
                ? new Valid(lower)
                : new Invalid(fault, "a code of the model's list");
    }
}
