package org.plumbline;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * House style 3: a later stage may import an earlier one, never the reverse. A package of tests that has a
 * {@code package-info} of its own would hide the one that declares the module, so none has.
 */
class ModulesTest {
    @Test
    void modulesImportOnlyWhatTheyDeclare() {
        ApplicationModules.of(Plumbline.class).verify();
    }
}
