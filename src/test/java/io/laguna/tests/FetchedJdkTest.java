package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.laguna.tests.Commands.Result;
import io.laguna.tests.JdkMirror.Manner;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of {@code engines/jdk/home} where a JDK is missing. */
class FetchedJdkTest {
    private static final String ALL_MODULES = "java.base jdk.compiler jdk.incubator.vector";

    @TempDir
    private Path folder;

    private BareMachine machine;
    private byte[] archive = {};

    @BeforeEach
    void pinAJdk() throws IOException {
        machine = new BareMachine(folder, "curl");
        archive = machine.archive(machine.jdk(ALL_MODULES));
        machine.pin(archive);
    }

    @Test
    void aMissingJdkIsFetchedAfterAWordOnItsSizeAndLicence() throws IOException {
        try (JdkMirror mirror = new JdkMirror(archive, Manner.WHOLE)) {
            Result result = machine.findJdk(from(mirror));

            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(machine.found()).isEqualTo(machine.fetched());
            assertThat(machine.fetched().resolve("bin/java")).isExecutable();
            assertThat(result.output())
                    .contains("900.0.1+1 (1 MB, GPLv2 with the Classpath Exception)")
                    .contains(mirror.address() + "/somebody/releases/jdk-900.tar.gz")
                    .contains("LAGUNA_OFFLINE=1 forbids it");
            assertThat(machine.leftInTools()).containsExactly("jdk-900.0.1+1");
        }
    }

    @Test
    void whatWasFetchedOnceIsNotFetchedAgain() throws IOException {
        try (JdkMirror mirror = new JdkMirror(archive, Manner.WHOLE)) {
            machine.findJdk(from(mirror));

            Result result = machine.findJdk(from(mirror));

            assertThat(result.output().strip()).isEqualTo(machine.fetched().toString());
            assertThat(mirror.requests()).isEqualTo(1);
        }
    }

    @Test
    void anArchiveThatIsNotThePinnedOneIsRefusedAndNothingOfItIsLeft() throws IOException {
        byte[] changed = archive.clone();
        changed[changed.length / 2]++;
        try (JdkMirror mirror = new JdkMirror(changed, Manner.WHOLE)) {
            Result result = machine.findJdk(from(mirror));

            assertThat(result.exitCode()).as(result.output()).isEqualTo(3);
            assertThat(result.output()).contains("is not what engines/jdk/jdks.properties expects: its SHA-256 is");
            assertThat(machine.leftInTools()).isEmpty();
        }
    }

    @Test
    void aDownloadThatIsCutShortDoesNotCount() throws IOException {
        try (JdkMirror mirror = new JdkMirror(archive, Manner.CUT_SHORT)) {
            Result result = machine.findJdk(from(mirror));

            assertThat(result.exitCode()).as(result.output()).isEqualTo(3);
            assertThat(result.output()).contains("can not be fetched", "LAGUNA_JDK_MIRROR names another place");
            assertThat(machine.leftInTools()).isEmpty();
        }
        try (JdkMirror mirror = new JdkMirror(archive, Manner.WHOLE)) {
            assertThat(machine.findJdk(from(mirror)).exitCode()).isZero();
        }
    }

    @Test
    void whatAKilledFetchHasLeftIsNotTakenForAJdk() throws IOException, InterruptedException {
        try (JdkMirror mirror = new JdkMirror(archive, Manner.STALLED)) {
            Process fetch = machine.start(from(mirror));
            await().atMost(20, TimeUnit.SECONDS)
                    .until(() -> Files.exists(machine.tools().resolve(".partial-900/jdk.tar.gz")));
            fetch.destroyForcibly().waitFor();
            assertThat(machine.leftInTools()).containsExactly(".partial-900");

            try (JdkMirror whole = new JdkMirror(archive, Manner.WHOLE)) {
                Result next = machine.findJdk(from(whole));

                assertThat(next.exitCode()).as(next.output()).isZero();
                assertThat(machine.leftInTools()).containsExactly("jdk-900.0.1+1");
            }
        }
    }

    @Test
    void ofTwoAtOnceOneFetchesAndTheOtherTakesWhatThatHasFetched() throws IOException {
        BareMachine same = new BareMachine(folder.resolve("again"), "curl");
        same.pin(archive);
        try (JdkMirror mirror = new JdkMirror(archive, Manner.WHOLE)) {
            Map<String, String> oneFolder = Map.of(
                    "LAGUNA_JDK_MIRROR",
                    mirror.address(),
                    "XDG_DATA_HOME",
                    folder.resolve("shared").toString());
            CompletableFuture<Result> other = CompletableFuture.supplyAsync(() -> same.findJdk(oneFolder));
            Result one = machine.findJdk(oneFolder);

            assertThat(one.exitCode()).as(one.output()).isZero();
            assertThat(other.join().exitCode()).as(other.join().output()).isZero();
            assertThat(mirror.requests()).isEqualTo(1);
            assertThat(folder.resolve("shared/laguna/tools/jdk-900.0.1+1/bin/java"))
                    .isExecutable();
        }
    }

    @Test
    void offlineNothingIsFetchedAndTheSystemsPackagesAreNamed() throws IOException {
        try (JdkMirror mirror = new JdkMirror(archive, Manner.WHOLE)) {
            Result result = machine.findJdk(Map.of("LAGUNA_JDK_MIRROR", mirror.address(), "LAGUNA_OFFLINE", "1"));

            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.output())
                    .contains("LAGUNA_OFFLINE forbids to fetch it")
                    .contains("apt-get install openjdk-900-jdk-headless")
                    .contains("dnf install java-900-openjdk-devel")
                    .contains("pacman -S jdk900-openjdk");
            assertThat(mirror.requests()).isZero();
        }
    }

    @Test
    void aMirrorThatDoesNotAnswerIsNamedWithWhatToDo() throws IOException {
        JdkMirror mirror = new JdkMirror(archive, Manner.WHOLE);
        mirror.close();

        Result result = machine.findJdk(from(mirror));

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.output())
                .contains(mirror.address() + "/somebody/releases/jdk-900.tar.gz can not be fetched")
                .contains("apt-get install", "set LAGUNA_TRINO_JAVA_HOME to it");
        assertThat(machine.leftInTools()).isEmpty();
    }

    @Test
    void withNeitherCurlNorWgetItSaysSo() throws IOException {
        BareMachine without = new BareMachine(folder.resolve("without"));
        without.pin(archive);

        Result result = without.findJdk(Map.of());

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.output()).contains("neither curl nor wget is here");
    }

    @Test
    void wgetWillDo() throws IOException {
        assumeThat(BareMachine.has("wget")).isTrue();
        BareMachine other = new BareMachine(folder.resolve("other"), "wget");
        other.pin(archive);
        try (JdkMirror mirror = new JdkMirror(archive, Manner.WHOLE)) {
            Result result = other.findJdk(from(mirror));

            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(other.found()).isEqualTo(other.fetched());
        }
    }

    @Test
    void aJavaWithoutTheModuleThatTrinoNeedsIsPassedOver() throws IOException {
        Path lacking = machine.jdk("java.base jdk.compiler");
        Result passedOver = machine.findJdk(Map.of("JAVA_HOME", lacking.toString(), "LAGUNA_OFFLINE", "1"));
        Path whole = machine.jdk(ALL_MODULES);
        Result taken = machine.findJdk(Map.of("JAVA_HOME", whole.toString(), "LAGUNA_OFFLINE", "1"));

        assertThat(passedOver.exitCode()).isEqualTo(3);
        assertThat(taken.output().strip()).isEqualTo(whole.toString());
    }

    @Test
    void mavenTooRunsOnTheJdkThatIsFound() throws IOException {
        for (String program : new String[] {"ls", "printf", "sh", "tr", "basename", "expr"}) {
            machine.install(program);
        }
        Path jdks = Files.createDirectories(machine.home().resolve(".jdks"));
        Files.createSymbolicLink(jdks.resolve("seventeen"), Path.of(System.getProperty("java.home")));
        Files.createSymbolicLink(machine.home().resolve(".m2"), Path.of(System.getProperty("user.home"), ".m2"));

        ProcessBuilder builder = new ProcessBuilder(
                        LagunaCommand.home().resolve("mvnw").toString(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("maven").toFile());
        builder.environment().clear();
        builder.environment().putAll(machine.environment(Map.of("LAGUNA_OFFLINE", "1")));
        Process maven = builder.start();

        await().atMost(1, TimeUnit.MINUTES).until(() -> !maven.isAlive());
        assertThat(Files.readString(folder.resolve("maven"))).contains("Java version: 17.");
    }

    @ParameterizedTest
    @CsvSource({"17, x86_64, x64", "17, aarch64, aarch64", "25, x86_64, x64", "25, aarch64, aarch64"})
    void everyPinnedJdkHasAnAddressOfItsVersionAndASum(String release, String machineType, String inNames)
            throws IOException {
        Properties pins = new Properties();
        try (Reader reader = Files.newBufferedReader(LagunaCommand.home().resolve("engines/jdk/jdks.properties"))) {
            pins.load(reader);
        }
        String version = pins.getProperty(release + ".version");
        String build = release + "." + machineType;

        assertThat(version).startsWith(release + ".").matches("[0-9.]+\\+[0-9]+");
        assertThat(pins.getProperty(build + ".address"))
                .isEqualTo(
                        "https://github.com/adoptium/temurin%s-binaries/releases/download/jdk-%s/OpenJDK%sU-jdk_%s_linux_hotspot_%s.tar.gz",
                        release, version.replace("+", "%2B"), release, inNames, version.replace("+", "_"));
        assertThat(pins.getProperty(build + ".sha256")).matches("[0-9a-f]{64}");
    }

    private static Map<String, String> from(JdkMirror mirror) {
        return Map.of("LAGUNA_JDK_MIRROR", mirror.address());
    }
}
