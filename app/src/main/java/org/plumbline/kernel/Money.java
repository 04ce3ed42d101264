package org.plumbline.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount with its currency (ISO 4217).
 *
 * @param amount the amount as the source states it, scale kept
 * @param currency its currency; there is no amount without one
 */
public record Money(BigDecimal amount, Currency currency) {}
