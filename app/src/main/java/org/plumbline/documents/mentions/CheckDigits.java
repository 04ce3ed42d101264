package org.plumbline.documents.mentions;

/** Check digits as the standards of the numbers define them. Each takes digits, and letters where its standard does. */
final class CheckDigits {
    private CheckDigits() {}

    /**
     * ISO/IEC 7064 MOD 97-10 over digits and letters, letters as 10 to 35: the remainder is 1 where the check holds.
     */
    static int mod97(String text) {
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36);
            rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
        }
        return rest;
    }

    /** ISO 13616: the first four stand at the end. */
    static boolean iban(String iban) {
        return mod97(iban.substring(4) + iban.substring(0, 4)) == 1;
    }

    /** ISO/IEC 7812-1, annex B. */
    static boolean luhn(String digits) {
        return luhnSum(digits) % 10 == 0;
    }

    static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum;
    }

    /** The sum of the first digits, each times its weight. */
    static int weighed(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum;
    }

    /** ISO/IEC 7064 MOD 11,10. */
    static boolean mod1110(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digits.charAt(digits.length() - 1) - '0';
    }

    /**
     * IMO ship identification number scheme, resolution A.1117(30): the six digits times 7 to 2, last digit of the sum.
     */
    static boolean imo(String digits) {
        return weighed(digits, 7, 6, 5, 4, 3, 2) % 10 == digits.charAt(6) - '0';
    }
}
