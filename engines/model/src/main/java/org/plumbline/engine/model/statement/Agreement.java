package org.plumbline.engine.model.statement;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.engine.model.value.Checked;
import org.plumbline.engine.model.value.PartialDate;
import org.plumbline.engine.model.value.PropertyType;

/** Whether two values of one type say the same, as far as each of them goes. */
final class Agreement {
    private Agreement() {}

    static boolean between(PropertyType type, String one, String other) {
        return switch (type) {
            case DATE -> dates(one, other);
            case NUMBER -> numbers(one, other);
            default -> one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
        };
    }

    private static boolean dates(String one, String other) {
        Optional<PartialDate> first = PartialDate.read(one);
        Optional<PartialDate> second = PartialDate.read(other);
        return (first.isPresent() && second.isPresent()) ? first.get().agreesWith(second.get()) : one.equals(other);
    }

    private static boolean numbers(String one, String other) {
        Optional<BigDecimal> first = number(one);
        Optional<BigDecimal> second = number(other);
        return (first.isPresent() && second.isPresent()) ? first.get().compareTo(second.get()) == 0 : one.equals(other);
    }

    private static Optional<BigDecimal> number(String text) {
        return PropertyType.NUMBER.check(text) instanceof Checked.Valid valid
                ? Optional.of(new BigDecimal(valid.normal()))
                : Optional.empty();
    }
}
