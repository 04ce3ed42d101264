package org.plumbline.engine.evidence.custody;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/**
 * The rules for one thing without content, told once more in the simplest way: names in place of people, a string for
 * each refusal, nothing else shared with the code under test.
 */
final class ReferenceModel {
    String custodian = "Rita Vale";
    String taker = "";
    String outTo = "";
    String seal = "";
    int place;
    BigDecimal grams = new BigDecimal("12.5");
    boolean collected;
    boolean gone;
    private final Set<String> seals = new HashSet<>();

    /** The code of the refusal, or nothing when it was done. */
    String step(String kind, String who, String said, int number) {
        if (gone) {
            return kind.equals("correct") ? correct(number) : "disposed";
        }
        if (kind.equals("exception")) {
            return "";
        }
        if (kind.equals("correct")) {
            return correct(number);
        }
        if (kind.equals("collect") && collected) {
            return "collected-already";
        }
        if (kind.equals("transfer-in") && taker.isEmpty()) {
            return "not-in-transfer";
        }
        if (!taker.isEmpty() && !kind.equals("transfer-in") && !kind.equals("collect")) {
            return "in-transfer";
        }
        if (kind.equals("check-in") && outTo.isEmpty()) {
            return "not-checked-out";
        }
        boolean stays = Set.of("collect", "seal", "inspect", "break-seal", "reseal", "check-in", "copy", "analyse")
                .contains(kind);
        if (!outTo.isEmpty() && !stays) {
            return "checked-out";
        }
        boolean opens = Set.of("copy", "analyse", "split", "seal", "reseal").contains(kind);
        if (!seal.isEmpty() && opens) {
            return "sealed";
        }
        return allowed(kind, who, said, number);
    }

    private String correct(int number) {
        return number == 0 ? "not-of-this-chain" : "";
    }

    private String allowed(String kind, String who, String said, int number) {
        boolean mine = who.equals(custodian);
        boolean inHand = mine || who.equals(outTo);
        return switch (kind) {
            case "collect" -> {
                collected = true;
                yield "";
            }
            case "seal" -> !seals.isEmpty() ? "sealed-before" : !inHand ? "not-in-hand" : putOn(said);
            case "reseal" -> seals.isEmpty() ? "never-sealed" : !inHand ? "not-in-hand" : putOn(said);
            case "inspect", "analyse", "copy" -> inHand ? "" : "not-in-hand";
            case "break-seal" -> breakSeal(inHand, said);
            case "transfer-out" -> release(mine, said);
            case "transfer-in" -> take(mine, who, said);
            case "check-out" -> checkOut(mine, said);
            case "check-in" -> checkIn(mine, said);
            case "move" -> move(mine, number);
            case "split" -> split(mine, number);
            case "dispose" -> {
                if (who.equals(said)) {
                    yield "witness-same";
                }
                gone = true;
                place = 0;
                yield "";
            }
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private String putOn(String number) {
        if (!seals.add(number)) {
            return "seal-used";
        }
        seal = number;
        return "";
    }

    private String breakSeal(boolean inHand, String found) {
        if (seal.isEmpty()) {
            return "not-sealed";
        }
        if (!inHand) {
            return "not-in-hand";
        }
        if (!found.equals(seal)) {
            return "seal-mismatch";
        }
        seal = "";
        return "";
    }

    private String release(boolean mine, String to) {
        if (!mine) {
            return "not-the-custodian";
        }
        if (to.equals(custodian)) {
            return "same-person";
        }
        taker = to;
        place = 0;
        return "";
    }

    private String take(boolean mine, String who, String found) {
        if (!mine && !who.equals(taker)) {
            return "not-the-taker";
        }
        String wrong = mine ? "" : sealFound(found);
        if (wrong.isEmpty()) {
            custodian = who;
            taker = "";
        }
        return wrong;
    }

    private String sealFound(String found) {
        if (seal.isEmpty()) {
            return found.isEmpty() ? "" : "not-sealed";
        }
        return found.isEmpty() ? "seal-missing" : found.equals(seal) ? "" : "seal-mismatch";
    }

    private String checkOut(boolean mine, String to) {
        if (!mine) {
            return "not-the-custodian";
        }
        outTo = to;
        return "";
    }

    private String checkIn(boolean mine, String found) {
        if (!mine) {
            return "not-the-custodian";
        }
        String wrong = sealFound(found);
        outTo = wrong.isEmpty() ? "" : outTo;
        return wrong;
    }

    private String move(boolean mine, int to) {
        if (!mine) {
            return "not-the-custodian";
        }
        if (place == to) {
            return "same-place";
        }
        place = to;
        return "";
    }

    /** One gram goes; with an even number the sum is told wrong. */
    private String split(boolean mine, int number) {
        if (grams.signum() == 0) {
            return "no-quantity";
        }
        if (!mine) {
            return "not-the-custodian";
        }
        if (number % 2 == 0) {
            return "not-conserved";
        }
        grams = grams.subtract(new BigDecimal("0.5"));
        return "";
    }
}
