package io.laguna.pipelines.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.pipelines.covid.CovidRun;
import io.laguna.pipelines.covid.publication.Publication;
import io.laguna.pipelines.profile.Profile;
import io.laguna.pipelines.profile.ProfileFile;
import io.laguna.pipelines.profile.Via;
import io.laguna.pipelines.profile.WorkflowProfile;
import io.laguna.pipelines.run.Clients;
import io.laguna.pipelines.run.EventClients;
import io.laguna.pipelines.run.FunctionClients;
import io.laguna.pipelines.sales.SalesRun;
import io.laguna.pipelines.sales.SalesSample;
import io.laguna.pipelines.step.StepListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests every call of a run with the shipped profile of AWS, as it is sent. */
class DryRunTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void aClusterGetsItsStepsInThreeWavesWithTheQueriesBeforeTheLast() throws IOException {
        assertThat(calls(Via.EMR, "")).isEqualTo(expected("emr-waves.txt"));
    }

    @Test
    void aClusterGetsAllItsStepsButTheReportAtOnce() throws IOException {
        assertThat(calls(Via.EMR, "emr.steps = sequence")).isEqualTo(expected("emr-sequence.txt"));
    }

    @Test
    void anApplicationIsMadeAndDeleted() throws IOException {
        assertThat(calls(Via.EMR_SERVERLESS, "")).isEqualTo(expected("emr-serverless.txt"));
    }

    @Test
    void resultsAreAnApiAndIngestsAreScheduled() throws IOException {
        Profile profile = profile(Via.EMR, "");
        Path zip = Files.writeString(folder.resolve("functions.zip"), "functions");
        List<String> lines = new ArrayList<>();
        Paper paper = new Paper(lines::add);
        try (Clients clients = paper.clients();
                FunctionClients functions = paper.functionClients()) {
            new Publication(profile, clients.s3(), functions, zip, CLOCK).make();
        }

        assertThat(String.join("\n", lines) + "\n").isEqualTo(expected("publication.txt"));
    }

    @Test
    void aBucketElsewhereIsToldItsRegion() throws IOException {
        assertThat(calls(Via.EMR, "region = eu-west-1")).contains("\"LocationConstraint\" : \"eu-west-1\"");
    }

    @Test
    void thePasswordThatIsStoredIsNotPrinted() throws IOException {
        assertThat(calls(Via.EMR, "source.store-password = swordfish"))
                .contains("\"Key\" : \"source/password\"\n    }\n    with a body of 9 bytes")
                .doesNotContain("swordfish");
    }

    @Test
    void aLargeDeliveryIsCleanedWithTheOptimisingCompiler() throws IOException {
        String effort = "spark.laguna.effort=long";

        assertThat(calls(Via.EMR, "", 599_999)).doesNotContain(effort);
        assertThat(calls(Via.EMR, "", 600_000)).containsOnlyOnce(effort);
        assertThat(calls(Via.EMR, "spark.conf.spark.laguna.effort = brief", 600_000))
                .doesNotContain(effort);
    }

    @Test
    void salesGoThroughAFunctionAWorkflowAndAWarehouse() throws IOException {
        WorkflowProfile profile =
                ProfileFile.read(HOME.resolve("profiles/aws.properties"), HOME).workflow(Map.of());
        for (String script : List.of("producer.py", "clean_sales.py", "load_sales.py")) {
            Files.writeString(folder.resolve(script), "code");
        }
        List<String> lines = new ArrayList<>();
        Paper paper = new Paper(lines::add);
        try (Clients clients = paper.clients();
                EventClients events = paper.eventClients();
                SalesRun run = new SalesRun(profile, clients, events, folder, CLOCK, lines::add)) {
            run.run(new SalesSample(60_000, 1));
        }

        assertThat(String.join("\n", lines) + "\n").isEqualTo(expected("sales.txt"));
    }

    private String calls(Via via, String line) throws IOException {
        return calls(via, line, 0);
    }

    private String calls(Via via, String line, long rows) throws IOException {
        Profile profile = profile(via, line);
        Path jar = Files.writeString(folder.resolve("jobs.jar"), "jobs");
        List<String> lines = new ArrayList<>();
        try (Clients clients = new Paper(lines::add).clients();
                CovidRun run = new CovidRun(profile, clients, jar, StepListener.SILENT)) {
            run.prepare();
            run.runSteps(rows);
        }
        return String.join("\n", lines) + "\n";
    }

    private Profile profile(Via via, String line) throws IOException {
        Path file = folder.resolve("profile.properties");
        Files.writeString(file, Files.readString(HOME.resolve("profiles/aws.properties")) + "\n" + line + "\n");
        return ProfileFile.read(file, HOME).profile(Map.of(), Optional.of(via));
    }

    private static String expected(String name) {
        try (InputStream in = Objects.requireNonNull(DryRunTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
