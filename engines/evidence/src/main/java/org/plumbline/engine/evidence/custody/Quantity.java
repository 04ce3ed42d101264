package org.plumbline.engine.evidence.custody;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * How much of something, exactly.
 *
 * @param amount a decimal of zero or more, without exponent and without zeros at its end
 * @param unit what is counted, such as {@code g}, {@code pieces}
 */
public record Quantity(String amount, String unit) {
    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,17})(\\.[0-9]{0,11}[1-9])?");

    public Quantity {
        if (!AMOUNT.matcher(amount).matches() || unit.isBlank()) {
            throw new IllegalArgumentException(
                    "A quantity is a decimal and a unit, not \"" + amount + "\" of \"" + unit + "\"");
        }
    }

    /** The quantity in its one form: 1.50 is 1.5. */
    public static Quantity of(BigDecimal amount, String unit) {
        BigDecimal plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        return new Quantity(plain.toPlainString(), unit);
    }

    /** The amount as a number. */
    public BigDecimal number() {
        return new BigDecimal(amount);
    }

    /** Whether nothing is left. */
    public boolean none() {
        return number().signum() == 0;
    }

    Quantity plus(Quantity more) throws Broken {
        if (!more.unit.equals(unit)) {
            throw Broken.of(Rule.QUANTITY_FORM, "unit", more.unit);
        }
        return of(number().add(more.number()), unit);
    }

    static Quantity read(String amount, String unit) throws Broken {
        try {
            return new Quantity(amount, unit);
        } catch (IllegalArgumentException notOne) {
            throw Broken.of(Rule.QUANTITY_FORM, "quantity", amount);
        }
    }

    @Override
    public String toString() {
        return amount + " " + unit;
    }
}
