package org.plumbline.documents.mentions;

import static org.plumbline.documents.mentions.CheckDigits.luhn;
import static org.plumbline.documents.mentions.CheckDigits.luhnSum;
import static org.plumbline.documents.mentions.CheckDigits.mod1110;
import static org.plumbline.documents.mentions.CheckDigits.mod97;
import static org.plumbline.documents.mentions.CheckDigits.weighed;

import java.util.Map;
import java.util.function.Predicate;

/**
 * VAT identification numbers of states that publish how their check digits are made (European Commission, VIES: "VAT
 * identification number structure", and the tax offices' own papers). The key is the state as VIES writes it.
 */
final class VatNumber {
    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("AT", new Rule("U\\d{8}", n -> (6 - luhnSum7(n.substring(1, 8)) + 20) % 10 == n.charAt(8) - '0')),
            Map.entry("BE", new Rule("[01]\\d{9}", n -> 97 - number(n, 0, 8) % 97 == number(n, 8, 10))),
            Map.entry("DE", new Rule("[1-9]\\d{8}", n -> mod1110(n))),
            Map.entry("DK", new Rule("\\d{8}", n -> weighed(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0)),
            Map.entry("EE", new Rule("\\d{9}", n -> weighed(n, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0)),
            Map.entry(
                    "EL",
                    new Rule("\\d{9}", n -> weighed(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == n.charAt(8) - '0')),
            Map.entry("ES", new Rule("[ABCDEFGHJNPQRSUVW]\\d{7}[0-9A-J]", VatNumber::spanishCompany)),
            Map.entry("FI", new Rule("\\d{8}", n -> weighed(n, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0)),
            Map.entry(
                    "FR",
                    new Rule(
                            "\\d{11}",
                            n -> luhn(n.substring(2)) && (12 + 3 * (number(n, 2, 11) % 97)) % 97 == number(n, 0, 2))),
            Map.entry("HU", new Rule("\\d{8}", n -> weighed(n, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0)),
            Map.entry("IT", new Rule("\\d{11}", CheckDigits::luhn)),
            Map.entry("LU", new Rule("\\d{8}", n -> number(n, 0, 6) % 89 == number(n, 6, 8))),
            Map.entry(
                    "NL",
                    new Rule(
                            "\\d{9}B\\d{2}",
                            n -> mod97("NL" + n) == 1
                                    || (weighed(n, 9, 8, 7, 6, 5, 4, 3, 2) - (n.charAt(8) - '0')) % 11 == 0)),
            Map.entry("PL", new Rule("\\d{10}", n -> weighed(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == n.charAt(9) - '0')),
            Map.entry(
                    "PT",
                    new Rule(
                            "\\d{9}",
                            n -> (11 - weighed(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == n.charAt(8) - '0')),
            Map.entry("SE", new Rule("\\d{10}01", n -> luhn(n.substring(0, 10)))),
            Map.entry(
                    "SI",
                    new Rule(
                            "[1-9]\\d{7}",
                            n -> (11 - weighed(n, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == n.charAt(7) - '0')));

    private record Rule(String form, Predicate<String> check) {}

    private VatNumber() {}

    /** Whether a number, without its state, has that state's form and its check digits hold. */
    static boolean holds(String state, String number) {
        Rule rule = RULES.get(state.equals("GR") ? "EL" : state);
        return rule != null && number.matches(rule.form()) && rule.check().test(number);
    }

    /** Orden EHA/451/2008: the number of Spanish organisations; numbers of natural persons have other letters. */
    static boolean spanishCompany(String number) {
        int control = (10 - luhnSum(number.substring(1, 8) + "0") % 10) % 10;
        char last = number.charAt(8);
        return last == '0' + control || last == "JABCDEFGHI".charAt(control);
    }

    /** Digits at odd places as they are, the others doubled with their digits added. */
    private static int luhnSum7(String digits) {
        return luhnSum(digits) % 10;
    }

    private static long number(String digits, int from, int to) {
        return Long.parseLong(digits.substring(from, to));
    }
}
