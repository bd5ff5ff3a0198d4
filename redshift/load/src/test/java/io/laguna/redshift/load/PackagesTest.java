package io.laguna.redshift.load;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests that COPY and UNLOAD are bytes in and bytes out: no service, no connection, nothing of Hadoop. */
class PackagesTest {
    private final JavaClasses load = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void loadsKnowNoServiceNoConnectionAndNoHadoop() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..",
                        "java.sql..",
                        "software.amazon..",
                        "org.apache.hadoop..",
                        "io.laguna.emulator..",
                        "io.laguna.engines..",
                        "io.laguna.redshift.wire..")
                .check(load);
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        slices().matching("io.laguna.redshift.(load..)")
                .should()
                .beFreeOfCycles()
                .check(load);
    }
}
