package org.plumbline.engine.model.value;

import java.util.Locale;
import java.util.regex.Pattern;
import org.plumbline.engine.model.value.Checked.Invalid;
import org.plumbline.engine.model.value.Checked.Valid;

/** An identifier whose form, and where it has one whose check digit, can be told without asking its issuer. */
public enum IdentifierFormat {
    /** ISO 17442: 18 letters or digits and two check digits by ISO 7064 mod 97-10. */
    LEI("[0-9A-Z]{18}[0-9]{2}", "18 letters or digits and 2 check digits") {
        @Override
        boolean holds(String id) {
            return CheckDigits.mod97(id) == 1;
        }
    },
    /** ISO 13616: country, two check digits, national account number of that country's length. */
    IBAN("[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}", "country, 2 check digits, account number") {
        @Override
        boolean holds(String id) {
            return IbanLength.fits(id) && CheckDigits.mod97(id.substring(4) + id.substring(0, 4)) == 1;
        }
    },
    /** IMO ship or company number, Resolution A.1117(30): seven digits, the last a weighted sum. */
    IMO("(IMO)?[0-9]{7}", "IMO and 7 digits") {
        @Override
        boolean holds(String id) {
            return CheckDigits.imo(id.startsWith("IMO") ? id.substring(3) : id);
        }

        @Override
        String normal(String id) {
            return id.startsWith("IMO") ? id : "IMO" + id;
        }
    },
    /** ISO 6166: country, nine letters or digits, one check digit (Luhn over the letters as numbers). */
    ISIN("[A-Z]{2}[0-9A-Z]{9}[0-9]", "country, 9 letters or digits, 1 check digit") {
        @Override
        boolean holds(String id) {
            return CheckDigits.luhn(CheckDigits.lettersAsNumbers(id));
        }
    },
    /** ISO 9362: bank, country, place, optional branch; no check digit. */
    BIC("[A-Z]{4}[A-Z]{2}[0-9A-Z]{2}([0-9A-Z]{3})?", "8 or 11 letters or digits"),
    /**
     * VAT number with a country prefix, Council Directive 2006/112/EC art. 215: form only, check digits differ by
     * state.
     */
    VAT("[A-Z]{2}[0-9A-Z+*]{2,13}", "country prefix and 2 to 13 letters or digits");

    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-/]+");

    private final Pattern form;
    private final String detail;

    IdentifierFormat(String form, String detail) {
        this.form = Pattern.compile(form);
        this.detail = detail;
    }

    /** Upper case without separators, when form and check digit hold. */
    public Checked check(String raw) {
        String id = SEPARATORS.matcher(raw).replaceAll("").toUpperCase(Locale.ROOT);
        if (!form.matcher(id).matches()) {
            return new Invalid(Fault.WRONG_FORM, detail);
        }
        return holds(id) ? new Valid(normal(id)) : new Invalid(Fault.WRONG_CHECK_DIGIT, name());
    }

    boolean holds(String id) {
        return true;
    }

    String normal(String id) {
        return id;
    }
}
