package io.laguna.redshift.sql;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests that Redshift's SQL is text in and values out: no server, no connection, nothing else of Laguna. */
class PackagesTest {
    private final JavaClasses sql = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void redshiftsSqlKnowsNothingElse() {
        classes()
                .that()
                .resideInAPackage("io.laguna.redshift.sql..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.laguna.redshift.sql..", "java.lang..", "java.util..")
                .check(sql);
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        slices().matching("io.laguna.redshift.(sql..)")
                .should()
                .beFreeOfCycles()
                .check(sql);
    }
}
