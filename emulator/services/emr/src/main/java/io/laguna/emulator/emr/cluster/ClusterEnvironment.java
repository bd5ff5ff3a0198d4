package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.step.Programs;
import io.laguna.emulator.jobs.Classification;
import io.laguna.engines.driver.JobEnvironment;
import io.laguna.engines.process.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.emr.model.Configuration;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The environment of the programs that run on a cluster.
 *
 * @param onYarn whether it is a queue of YARN and {@code hdfs:///} is HDFS; otherwise they are this machine and a folder
 * @param homeRefusal why this machine has no {@code /home/hadoop} for the cluster, if it has none
 */
record ClusterEnvironment(
        S3Client s3, ClusterRecord record, ClusterFolders folders, boolean onYarn, Optional<String> homeRefusal) {
    /** The releases that have Spark 3.5. */
    private static final String SAME_VERSIONS = "emr-7.";

    /** Returns the programs of a bootstrap action. */
    Programs bootstrapAction(int number) {
        return new Programs(s3, environment(), Map.of(), folders.work("bootstrap-action-" + number), homeRefusal);
    }

    /** Returns the programs of a step. */
    Programs step(String id) {
        return new Programs(s3, environment(), Map.of("EMR_STEP_ID", id), folders.work(id), homeRefusal);
    }

    /** Returns what the controller's log says first: what is not as on AWS. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        String label = record.cluster().releaseLabel();
        if (!label.startsWith(SAME_VERSIONS)) {
            notes.add(label + " runs on Laguna's own versions: Spark " + Versions.of("spark") + ", Hadoop "
                    + Versions.of("hadoop"));
        }
        homeRefusal.map(Programs::withoutHome).ifPresent(notes::add);
        return notes;
    }

    private JobEnvironment environment() {
        List<Classification> all = classifications(record.cluster().configurations());
        JobEnvironment configured = onYarn
                ? Classification.environment(all, Optional.empty()).withSpark(Map.of("spark.yarn.queue", record.id()))
                : Classification.environment(all, Optional.of(folders.hdfs())).at(folders.home());
        return HudiDefaults.in(configured, all, folders.work("hudi"))
                .in(record.owner().region());
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
