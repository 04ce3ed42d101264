package org.plumbline.cases.web;

import java.util.List;
import org.plumbline.cases.CaseFile;

/**
 * Choosing the purpose in force.
 *
 * @param cases open cases whose authority gives a purpose
 * @param current identifier of the case whose purpose is in force, empty for none
 */
public record PurposePage(List<CaseFile> cases, String current) {
    public PurposePage {
        cases = List.copyOf(cases);
    }
}
