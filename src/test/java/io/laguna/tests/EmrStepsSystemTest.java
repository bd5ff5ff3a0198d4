package io.laguna.tests;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Tests of steps as people write them, from emr-steps.txt: Hadoop streaming in every spelling, MapReduce jars in a row,
 * copies, scripts. They run on one cluster, one after the other.
 */
@Tag("slow")
@ExtendWith(SharedLake.class)
class EmrStepsSystemTest {
    private static final String BUCKET = "steps";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final SystemLake lake;

    EmrStepsSystemTest(SharedLake.Running running) {
        this.lake = running.lake();
    }

    @Test
    void everyStepEndsAsItsBlockSays(@TempDir Path folder) throws IOException {
        List<EmrStep> all = EmrStep.all();
        lake.s3().createBucket(create -> create.bucket(BUCKET));
        lake.s3()
                .putObject(
                        put -> put.bucket(BUCKET).key("jars/counts.jar"),
                        RequestBody.fromFile(JobJar.of(folder, "Counts", source())));
        all.forEach(step -> step.objects().forEach((key, text) -> lake.put(BUCKET, key, text)));

        SoftAssertions softly = new SoftAssertions();
        try (EmrClient emr = lake.client(EmrClient.builder())) {
            String cluster = emr.runJobFlow(run -> run.name("steps")
                            .releaseLabel("emr-7.10.0")
                            .serviceRole("EMR_DefaultRole")
                            .jobFlowRole("EMR_EC2_DefaultRole")
                            .logUri("s3n://steps/logs/")
                            .steps(all.stream().map(EmrStep::config).toList())
                            .instances(instances -> instances
                                    .masterInstanceType("m5.xlarge")
                                    .instanceCount(1)
                                    .keepJobFlowAliveWhenNoSteps(false)))
                    .jobFlowId();
            List<String> ids = emr.listSteps(list -> list.clusterId(cluster)).steps().stream()
                    .sorted(Comparator.comparing(
                            step -> all.stream().map(EmrStep::sentence).toList().indexOf(step.name())))
                    .map(step -> step.id())
                    .toList();
            for (int at = 0; at < ids.size(); at++) {
                String id = ids.get(at);
                EmrStep step = all.get(at);
                await(step.sentence()).atMost(PATIENCE).until(() -> hasEnded(find(emr, cluster, id)));
                softly.assertThat(outcome(step, find(emr, cluster, id), "logs/" + cluster + "/steps/" + id))
                        .as(step.sentence())
                        .matches(step.outcome());
            }
        }
        softly.assertAll();
    }

    private static String source() throws IOException {
        return Files.readString(LagunaCommand.home().resolve("src/test/resources/io/laguna/tests/Counts.java.txt"));
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
