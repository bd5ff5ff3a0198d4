package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.step.Programs;
import io.laguna.emulator.jobs.Classification;
import io.laguna.engines.driver.JobEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.emr.model.Configuration;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The environment of the programs that run on a cluster.
 *
 * @param onYarn whether it is a queue of YARN and {@code hdfs:///} is HDFS; otherwise they are this machine and a folder
 */
record ClusterEnvironment(S3Client s3, ClusterRecord record, ClusterFolders folders, boolean onYarn) {
    /** Returns the programs of a bootstrap action. */
    Programs bootstrapAction(int number) {
        return new Programs(s3, environment(), Map.of(), folders.work("bootstrap-action-" + number));
    }

    /** Returns the programs of a step. */
    Programs step(String id) {
        return new Programs(s3, environment(), Map.of("EMR_STEP_ID", id), folders.work(id));
    }

    private JobEnvironment environment() {
        List<Classification> all = classifications(record.cluster().configurations());
        JobEnvironment configured = onYarn
                ? Classification.environment(all, Optional.empty()).withSpark(Map.of("spark.yarn.queue", record.id()))
                : Classification.environment(all, Optional.of(folders.hdfs()));
        return configured.in(record.owner().region());
    }

    private static List<Classification> classifications(List<Configuration> configurations) {
        return configurations.stream()
                .map(each -> new Classification(
                        Optional.ofNullable(each.classification()).orElse(""),
                        each.properties(),
                        classifications(each.configurations())))
                .toList();
    }
}
