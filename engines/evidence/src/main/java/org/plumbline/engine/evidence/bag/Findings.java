package org.plumbline.engine.evidence.bag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a reading has found so far; beyond a hundred of a kind nobody reads on. */
final class Findings {
    private static final int MOST = 100;

    private final List<BagFinding> faults = new ArrayList<>();
    private final List<BagFinding> warnings = new ArrayList<>();

    void fault(BagFault fault, String file, int line, String detail) {
        add(faults, new BagFinding(fault, file, line, detail));
    }

    void warning(BagFault fault, String file, int line, String detail) {
        add(warnings, new BagFinding(fault, file, line, detail));
    }

    void fault(BagRefused refused) {
        add(faults, refused.finding());
    }

    boolean sound() {
        return faults.isEmpty();
    }

    BagJudgement judgement(Map<String, String> sha256) {
        return new BagJudgement(faults, warnings, sha256);
    }

    private static void add(List<BagFinding> list, BagFinding finding) {
        if (list.size() < MOST) {
            list.add(finding);
        }
    }
}
