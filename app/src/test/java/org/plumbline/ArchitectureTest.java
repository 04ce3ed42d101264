package org.plumbline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** Rules about code that no reviewer should have to check by eye. */
@AnalyzeClasses(packages = "org.plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> TABLES = describe(
            "tables of a module", c -> c.getSimpleName().endsWith("Table") && c.isAnnotatedWith(Component.class));

    @ArchTest
    static final ArchRule kernelNeedsTheJdkOnly = classes()
            .that()
            .resideInAPackage("org.plumbline.kernel..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.plumbline.kernel..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule everyDoorPassesActs =
            classes().that().areAnnotatedWith(Application.class).should(passActs());

    @ArchTest
    static final ArchRule pagesDoNotTouchTables = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .dependOnClassesThat(TABLES);

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule aTableStaysInItsModule =
            classes().that(TABLES).should(notBePublic()).allowEmptyShould(false);

    @ArchTest
    static final ArchRule stateIsNeverStatic = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.plumbline..")
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("org.plumbline.postgres..")
            .should()
            .beFinal();

    private static ArchCondition<JavaClass> passActs() {
        return new ArchCondition<>("have only public methods that call Acts") {
            @Override
            public void check(JavaClass door, ConditionEvents events) {
                door.getMethods().stream()
                        .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC)
                                && !m.getModifiers().contains(JavaModifier.STATIC)
                                && !m.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(m -> !reachesActs(m, new HashSet<>()))
                        .forEach(m -> events.add(SimpleConditionEvent.violated(
                                m, m.getFullName() + " does not pass Acts, so nobody decides and nothing records it")));
            }
        };
    }

    /** Directly, or by way of other methods of the same class. */
    private static boolean reachesActs(JavaCodeUnit method, Set<JavaCodeUnit> seen) {
        return seen.add(method)
                && method.getMethodCallsFromSelf().stream().anyMatch(call -> {
                    JavaClass owner = call.getTargetOwner();
                    return owner.isEquivalentTo(Acts.class)
                            || (owner.equals(method.getOwner())
                                    && call.getTarget()
                                            .resolveMember()
                                            .filter(target -> reachesActs(target, seen))
                                            .isPresent());
                });
    }

    private static ArchCondition<JavaClass> notBePublic() {
        return new ArchCondition<>("be package-private, since only their own package may use them") {
            @Override
            public void check(JavaClass table, ConditionEvents events) {
                if (table.getModifiers().contains(JavaModifier.PUBLIC)) {
                    events.add(SimpleConditionEvent.violated(table, table.getName() + " is public"));
                }
            }
        };
    }
}
