package io.laguna.tests;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tests of the rules in docs/invariants.md about which module may know which. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("io.laguna.")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    private final JavaClasses applications = module("spark-apps");
    private final JavaClasses pipelines = module("pipelines");
    private final JavaClasses emulator = emulator();
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
    void theGlueRuntimeKnowsNothingOfLagunaAndHasNoCycles() {
        for (String part : List.of("glue-runtime/core", "glue-runtime/scala")) {
            JavaClasses runtime = module(part);
            noClasses()
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.laguna..").and(not(resideInAPackage("io.laguna.glue.."))))
                    .check(runtime);
        }
        slices().assignedFrom(PACKAGES).should().beFreeOfCycles().check(module("glue-runtime/core"));
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
    void whatIsGeneralInPipelinesKnowsNoPipeline() {
        for (String pipeline : List.of("io.laguna.pipelines.covid..", "io.laguna.pipelines.sales..")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(pipeline)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(pipeline)
                    .check(pipelines);
        }
    }

    @Test
    void packagesOfJobsAndPipelinesHaveNoCycles() {
        slices().assignedFrom(PACKAGES).should().beFreeOfCycles().check(applications);
        slices().assignedFrom(PACKAGES).should().beFreeOfCycles().check(pipelines);
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
    void theStoreOfS3KnowsNoSdkNoHttpAndNoDatabase() {
        classes()
                .that()
                .resideInAPackage("io.laguna.emulator.s3.store..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.laguna.emulator.s3.store..",
                        "io.laguna.emulator.kit.checksum..",
                        "java.io..",
                        "java.lang..",
                        "java.math..",
                        "java.nio..",
                        "java.security..",
                        "java.time..",
                        "java.util..",
                        "com.google.errorprone.annotations..")
                .check(emulator);
    }

    /** The command line starts what its user asks for: Laguna in the background, {@code aws}, {@code tail}. */
    @Test
    void processesAreMadeInOnePlace() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ChildEnvironment")
                .should()
                .callConstructor(ProcessBuilder.class, List.class)
                .orShould()
                .callConstructor(ProcessBuilder.class, String[].class)
                .orShould()
                .callMethodWhere(target(owner(assignableTo(Runtime.class))).and(target(name("exec"))))
                .check(engines);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.laguna.emulator.cli..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class)
                .check(emulator);
    }

    /** A service is found by its folder: a new service is under these rules by being there. */
    @Test
    void servicesMeetOnlyThroughSdkInterfaces() {
        for (String service : services()) {
            JavaClasses classes = module("emulator/services/" + service);
            classes()
                    .should()
                    .resideInAPackage("io.laguna.emulator." + service + "..")
                    .check(classes);
            noClasses()
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.laguna.emulator..")
                            .and(not(resideInAnyPackage(
                                    "io.laguna.emulator." + service + "..",
                                    "io.laguna.emulator.kit..",
                                    "io.laguna.emulator.jobs..",
                                    "io.laguna.emulator.crawl.."))))
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("io.laguna.wire..")
                    .check(classes);
        }
        slices().matching("io.laguna.emulator.(sts|s3)..")
                .should()
                .notDependOnEachOther()
                .check(emulator);
        noClasses()
                .that()
                .resideInAnyPackage("io.laguna.emulator.sts..", "io.laguna.emulator.s3..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.laguna.emulator.edge..", "io.laguna.wire..")
                .check(emulator);
    }

    @Test
    void theDecisionsOfACrawlKnowNoService() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.laguna..").and(not(resideInAPackage("io.laguna.emulator.crawl.."))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "java.sql..", "org.eclipse.jetty..", "jakarta.servlet..")
                .check(module("emulator/crawl"));
    }

    @Test
    void theKitKnowsNoServiceAndNoHttp() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awssdk.services..", "org.eclipse.jetty..", "jakarta.servlet..")
                .check(module("emulator/kit"));
    }

    @Test
    void theEdgeKnowsKitAndWireOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.laguna..")
                        .and(not(resideInAnyPackage(
                                "io.laguna.emulator.edge..",
                                "io.laguna.emulator.sts..",
                                "io.laguna.emulator.kit..",
                                "io.laguna.wire.."))))
                .check(module("emulator/edge"));
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        slices().assignedFrom(PACKAGES).should().beFreeOfCycles().check(emulator);
    }

    @Test
    void theWireKnowsNoServiceAndNothingOfTheEmulator() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awssdk.services..", "io.laguna.emulator..", "io.laguna.engines..")
                .check(module("wire"));
    }

    @Test
    void redshiftsSqlAndWireKnowNoServiceAndNotOneAnother() {
        for (String room : List.of("sql", "wire")) {
            String folder = room.equals("wire") ? "redshift/pgwire" : "redshift/sql";
            noClasses()
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.laguna..")
                            .and(not(resideInAPackage("io.laguna.redshift." + room + ".."))))
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("software.amazon.awssdk..", "java.sql..")
                    .check(module(folder));
        }
    }

    /** Returns the names of the folders of services. */
    private static List<String> services() {
        return folders(LagunaCommand.home().resolve("emulator/services")).stream()
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    /** Returns the classes of every module below {@code emulator/}, but for the fixtures of its tests. */
    private static JavaClasses emulator() {
        Path emulator = LagunaCommand.home().resolve("emulator");
        List<Path> modules = new ArrayList<>(folders(emulator.resolve("services")));
        folders(emulator).stream()
                .filter(folder -> !folder.getFileName().toString().startsWith("test"))
                .forEach(modules::add);
        return new ClassFileImporter()
                .importPaths(modules.stream()
                        .map(folder -> folder.resolve("target/classes"))
                        .filter(Files::isDirectory)
                        .toList());
    }

    private static List<Path> folders(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(child -> Files.exists(child.resolve("pom.xml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
