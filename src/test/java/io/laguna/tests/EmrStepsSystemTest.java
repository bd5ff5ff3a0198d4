package io.laguna.tests;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emr.model.StepSummary;
import software.amazon.awssdk.services.emr.model.StepTimeline;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Tests of steps as people write them: Hadoop streaming in every spelling, MapReduce jars in a row, copies and scripts on
 * one cluster, from emr-steps.txt; and definitions of the public, each on its own cluster, from emr-definitions.txt.
 */
@Tag("slow")
@NeedsPython
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedLake.class)
class EmrStepsSystemTest {
    private static final String BUCKET = "steps";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final SystemLake lake;

    EmrStepsSystemTest(SharedLake.Running running) {
        this.lake = running.lake();
    }

    @BeforeAll
    void fill(@TempDir Path folder) throws IOException {
        lake.s3().createBucket(create -> create.bucket(BUCKET));
        upload("jars/counts.jar", RequestBody.fromFile(JobJar.of(folder, "Counts", source("Counts"))));
        upload("jars/count.jar", RequestBody.fromFile(JobJar.runnable(folder, "Counts", source("Counts"))));
        upload("jars/answers.jar", RequestBody.fromFile(JobJar.of(folder, "Answers", source("Answers"))));
        upload(
                "jars/metres-1.0-py3-none-any.whl",
                RequestBody.fromBytes(
                        FunctionZip.of("metres/__init__.py", "NAME = 'metre'\n").asByteArray()));
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void everyStepEndsAsItsBlockSays(EmrClusterOfSteps all) {
        List<EmrStep> steps = all.steps();
        steps.forEach(step -> step.objects().forEach((key, text) -> lake.put(BUCKET, key, text)));

        SoftAssertions softly = new SoftAssertions();
        try (EmrClient emr = lake.client(EmrClient.builder())) {
            String cluster = emr.runJobFlow(all.request("s3n://steps/logs/")).jobFlowId();
            Map<String, String> ids = emr.listSteps(list -> list.clusterId(cluster)).steps().stream()
                    .collect(Collectors.toMap(StepSummary::name, StepSummary::id));
            for (EmrStep step : steps) {
                String id = ids.get(step.sentence());
                await(step.sentence()).atMost(PATIENCE).until(() -> hasEnded(find(emr, cluster, id)));
                Step ended = find(emr, cluster, id);
                String outcome = outcome(step, ended, "logs/" + cluster + "/steps/" + id);
                report(all, step, ended, outcome);
                softly.assertThat(outcome).as(step.sentence()).matches(step.outcome());
            }
        }
        softly.assertAll();
    }

    private static Stream<EmrClusterOfSteps> clusters() {
        return Stream.of("emr-steps.txt", "emr-definitions.txt").flatMap(EmrClusterOfSteps::all);
    }

    private static void report(EmrClusterOfSteps all, EmrStep step, Step ended, String outcome) {
        StepTimeline times = ended.status().timeline();
        System.out.printf(
                Locale.ROOT,
                "%s | %s | %s | %.1f s | %s%n",
                all.name(),
                step.sentence(),
                ended.status().stateAsString(),
                Duration.between(times.startDateTime(), times.endDateTime()).toMillis() / 1000.0,
                outcome.lines().skip(step.outputs().size()).limit(3).collect(Collectors.joining(" / ")));
    }

    private void upload(String key, RequestBody content) {
        lake.s3().putObject(put -> put.bucket(BUCKET).key(key), content);
    }

    private static String source(String job) throws IOException {
        return Files.readString(
                LagunaCommand.home().resolve("src/test/resources/io/laguna/tests/" + job + ".java.txt"));
    }

    private static Step find(EmrClient emr, String cluster, String id) {
        return emr.describeStep(get -> get.clusterId(cluster).stepId(id)).step();
    }

    private static boolean hasEnded(Step step) {
        return step.status().timeline().endDateTime() != null;
    }

    /** Returns why a step failed, or else what it has written: to S3, or to its standard output. */
    private String outcome(EmrStep step, Step ended, String logs) {
        if (ended.status().state() != StepState.COMPLETED) {
            return "! " + ended.status().failureDetails().message();
        }
        if (step.outputs().isEmpty()) {
            return ZippedLog.read(lake.s3(), BUCKET, logs + "/stdout.gz").strip();
        }
        List<String> lines = new ArrayList<>();
        for (String prefix : step.outputs()) {
            lines.add("> " + prefix);
            lake.s3().listObjectsV2(list -> list.bucket(BUCKET).prefix(prefix)).contents().stream()
                    .map(S3Object::key)
                    .filter(key -> !key.endsWith("/_SUCCESS"))
                    .flatMap(key -> lake.s3()
                            .getObjectAsBytes(get -> get.bucket(BUCKET).key(key))
                            .asUtf8String()
                            .lines())
                    .forEach(lines::add);
        }
        return String.join("\n", lines);
    }
}
