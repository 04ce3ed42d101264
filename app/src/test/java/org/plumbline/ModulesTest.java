package org.plumbline;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * House style 3: a later stage may import an earlier one, never the reverse. A package of tests that has a
 * {@code package-info} of its own would hide the one that declares the module, so none has.
 */
class ModulesTest {
    @Test
    void modulesImportOnlyWhatTheyDeclare() {
        // Engines share the root package and are libraries, not modules: any module may use them.
        ApplicationModules.of(Plumbline.class, JavaClass.Predicates.resideInAPackage("org.plumbline.engine.."))
                .verify();
    }
}
