package org.plumbline.engine.model.statement;

import java.util.List;

/**
 * How credible a piece of information is: the numbers 1 to 6 of the Admiralty code (NATO AJP-2.1, annex on evaluation).
 */
public enum InformationGrade {
    CONFIRMED,
    PROBABLY_TRUE,
    POSSIBLY_TRUE,
    DOUBTFUL,
    IMPROBABLE,
    CANNOT_BE_JUDGED;

    /** The grade of this number, 1 to 6. */
    public static InformationGrade of(int number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("an information grade is 1 to 6, not " + number);
        }
        return values()[number - 1];
    }

    /** 1 for confirmed to 6 for cannot be judged. */
    public int number() {
        return List.of(values()).indexOf(this) + 1;
    }
}
