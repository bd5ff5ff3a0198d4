package io.laguna.tests;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The rules of docs/invariants.md that are about who may know whom. */
class ArchitectureTest {
    private final JavaClasses applications = module("spark-apps");
    private final JavaClasses pipelines = module("pipelines");
    private final JavaClasses emulator = module("emulator");
    private final JavaClasses engines = module("engines");

    @Test
    void sparkApplicationsKnowNothingOfLaguna() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.laguna.engines..", "io.laguna.emulator..", "io.laguna.pipelines..")
                .check(applications);
    }

    @Test
    void pipelinesSpeakOnlyThroughAwsClients() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.laguna.pipelines..",
                        "java..",
                        "software.amazon.awssdk..",
                        "org.apache.commons.csv..",
                        "com.fasterxml.jackson..")
                .check(pipelines);
    }

    @Test
    void lagunasOwnProcessLoadsNoSparkHadoopOrHive() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "org.apache.hive..")
                .check(engines);
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "org.apache.hive..")
                                // The generated parser of Athena's DDL needs nothing else of Spark.
                                .and(not(resideInAPackage("org.apache.spark.sql.catalyst.parser"))))
                .check(emulator);
    }

    @Test
    void enginesKnowNeitherEmulatorNorPipelines() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.laguna.emulator..", "io.laguna.pipelines..")
                .check(engines);
    }

    @Test
    void servicesMeetOnlyThroughSdkInterfaces() {
        slices().matching("io.laguna.emulator.(athena|glue|sts|s3|emr|emrserverless|scheduler)..")
                .should()
                .notDependOnEachOther()
                .check(emulator);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.laguna.emulator.athena..",
                        "io.laguna.emulator.glue..",
                        "io.laguna.emulator.sts..",
                        "io.laguna.emulator.s3..",
                        "io.laguna.emulator.emr..",
                        "io.laguna.emulator.emrserverless..",
                        "io.laguna.emulator.scheduler..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.laguna.emulator.edge..", "io.laguna.emulator.cli..", "io.laguna.wire..")
                .check(emulator);
    }

    @Test
    void theWireKnowsNoServiceAndNothingOfTheEmulator() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awssdk.services..", "io.laguna.emulator..", "io.laguna.engines..")
                .check(module("wire"));
    }

    private static JavaClasses module(String name) {
        Path classes = LagunaCommand.home().resolve(name).resolve("target/classes");
        JavaClasses imported = new ClassFileImporter().importPath(classes);
        if (imported.isEmpty()) {
            throw new AssertionError("No classes in " + classes);
        }
        return imported;
    }
}
