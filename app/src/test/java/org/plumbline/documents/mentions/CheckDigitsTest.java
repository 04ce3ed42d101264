package org.plumbline.documents.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Examples that the standards and registers print, and the same with one figure changed. */
class CheckDigitsTest {
    private static final List<String> IBANS = List.of(
            // SWIFT IBAN Registry, the example of each country
            "GB29NWBK60161331926819",
            "DE89370400440532013000",
            "FR1420041010050500013M02606",
            "NO9386011117947",
            "MT84MALT011000012345MTLCAST001S",
            "CH9300762011623852957");

    private static final List<String> VAT = List.of(
            // Examples of the European Commission's VIES pages and of the tax offices
            "AT U13585627",
            "BE 0428759497",
            "DE 136695976",
            "DK 13585628",
            "EE 100931558",
            "EL 094259216",
            "ES J99216582",
            "FI 20774740",
            "FR 40303265045",
            "HU 12892312",
            "IT 00743110157",
            "LU 15027442",
            "NL 004495445B01",
            "PL 8567346215",
            "PT 501964843",
            "SE 123456789701",
            "SI 50223054");

    @Test
    void theExamplesOfTheIbanRegistryHold() {
        assertThat(IBANS).allMatch(CheckDigits::iban);
    }

    @Test
    void anIbanWithOneFigureChangedDoesNotHold() {
        assertThat(IBANS).noneMatch(iban -> CheckDigits.iban(changed(iban, 6)));
    }

    @Test
    void publishedVatNumbersHold() {
        assertThat(VAT).allMatch(number -> VatNumber.holds(number.substring(0, 2), number.substring(3)));
    }

    @Test
    void aVatNumberWithOneFigureChangedDoesNotHold() {
        assertThat(VAT)
                .noneMatch(number -> VatNumber.holds(
                        number.substring(0, 2), changed(number, 7).substring(3)));
    }

    /** The worked example of the IMO ship identification number scheme. */
    @Test
    void aShipsNumberHoldsAndItsNeighbourDoesNot() {
        assertThat(CheckDigits.imo("9074729")).isTrue();
        assertThat(CheckDigits.imo("9074728")).isFalse();
    }

    /** ISO 17442: GLEIF's own identifier. */
    @Test
    void anLeiHolds() {
        assertThat(CheckDigits.mod97("506700GE1G29325QX363")).isEqualTo(1);
        assertThat(CheckDigits.mod97("506700GE1G29325QX364")).isNotEqualTo(1);
    }

    /** ISO/IEC 7812-1, annex B. */
    @Test
    void luhnHolds() {
        assertThat(CheckDigits.luhn("79927398713")).isTrue();
        assertThat(CheckDigits.luhn("79927398710")).isFalse();
    }

    /** BIP-173 and BIP-350, "Test vectors"; the address of the first block. */
    @Test
    void bitcoinAddressesHold() {
        assertThat(List.of("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"))
                .allMatch(Wallets::base58Check);
        assertThat(Wallets.base58Check("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb")).isFalse();
        assertThat(List.of(
                        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
                        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"))
                .allMatch(Wallets::bech32);
        assertThat(Wallets.bech32("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5")).isFalse();
        // BIP-350: version 1 with the checksum of BIP-173
        assertThat(Wallets.bech32("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd"))
                .isFalse();
    }

    /** EIP-55, "Test Cases". */
    @Test
    void ethereumAddressesHaveTheCaseOfTheirDigest() {
        assertThat(List.of(
                        "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                        "fB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                        "dbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB"))
                .allMatch(address -> Wallets.eip55(address.toLowerCase(java.util.Locale.ROOT))
                        .equals(address));
    }

    /** ISO/IEC 7064: MOD 97-10 finds every single wrong figure. */
    @Test
    void everySingleWrongFigureOfAnIbanIsFound() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            String iban = IBANS.get(random.nextInt(IBANS.size()));
            int at = 2 + random.nextInt(iban.length() - 2);
            if (Character.isDigit(iban.charAt(at))) {
                assertThat(CheckDigits.iban(changed(iban, at)))
                        .as("seed %d: %s at %d", seed, iban, at)
                        .isFalse();
            }
        }
    }

    private static String changed(String text, int at) {
        char old = text.charAt(at);
        char other = Character.isDigit(old) ? (char) ('0' + (old - '0' + 1) % 10) : old == 'A' ? 'B' : 'A';
        return text.substring(0, at) + other + text.substring(at + 1);
    }
}
