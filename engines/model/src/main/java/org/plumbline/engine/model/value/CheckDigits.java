package org.plumbline.engine.model.value;

/** The arithmetic of check digits, over strings of upper-case letters and ASCII digits. */
final class CheckDigits {
    private CheckDigits() {}

    /** ISO 7064 mod 97-10 with letters as 10 to 35; a correct number gives 1. */
    static int mod97(String id) {
        int rest = 0;
        for (int i = 0; i < id.length(); i++) {
            int value = Character.digit(id.charAt(i), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest;
    }

    /** ISO/IEC 7812-1 annex B: from the right every second digit doubled; the sum ends in 0. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    static String lettersAsNumbers(String id) {
        var digits = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            digits.append(Character.digit(id.charAt(i), 36));
        }
        return digits.toString();
    }

    /**
     * Seven digits: ships weigh the first six 7 down to 2 and end in the sum's last digit; companies weigh 8, 6, 4, 2,
     * 9, 7 and end in (11 - sum mod 11) mod 10.
     */
    static boolean imo(String digits) {
        int[] companyWeights = {8, 6, 4, 2, 9, 7};
        int ship = 0;
        int company = 0;
        for (int i = 0; i < 6; i++) {
            int digit = digits.charAt(i) - '0';
            ship += digit * (7 - i);
            company += digit * companyWeights[i];
        }
        int last = digits.charAt(6) - '0';
        return ship % 10 == last || (11 - company % 11) % 10 == last;
    }
}
