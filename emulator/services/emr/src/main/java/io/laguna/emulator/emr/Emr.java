package io.laguna.emulator.emr;

import io.laguna.emulator.emr.cluster.Clusters;
import io.laguna.emulator.emr.cluster.JobFlows;
import io.laguna.emulator.emr.cluster.LivingClusters;
import io.laguna.emulator.emr.cluster.Policies;
import io.laguna.emulator.emr.cluster.SessionCredentials;
import io.laguna.emulator.emr.cluster.Steps;
import io.laguna.emulator.emr.cluster.Tags;
import io.laguna.emulator.emr.instance.AutoScaling;
import io.laguna.emulator.emr.instance.ClusterNodes;
import io.laguna.emulator.emr.instance.InstanceResizes;
import io.laguna.emulator.emr.instance.Instances;
import io.laguna.emulator.emr.release.ReleaseLabels;
import io.laguna.emulator.emr.release.Releases;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.state.State;
import io.laguna.engines.driver.Drivers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Amazon EMR. One per process; every account has its own clusters in every region. */
public final class Emr implements Service<EmrClient> {
    /** How long a cluster that is to end without steps waits for its first one. On AWS, instances take minutes. */
    private static final Duration FIRST_STEP = Duration.ofSeconds(60);

    private final State state;
    private final LivingClusters living;
    private final Drivers drivers;
    private final Releases releases = Releases.read();

    private Emr(State state, LivingClusters living, Drivers drivers) {
        this.state = state;
        this.living = living;
        this.drivers = drivers;
    }

    /**
     * Opens the service and goes on with the clusters that an earlier process left.
     *
     * @param state closed by whoever opened it
     * @param drivers run the steps; closed by whoever opened them
     * @param s3 for scripts, jars and logs; closed by whoever opened it
     * @param folder of the clusters: their HDFS, their steps' files
     */
    public static Emr open(State state, Drivers drivers, S3Client s3, Path folder) {
        return open(state, drivers, s3, folder, FIRST_STEP);
    }

    static Emr open(State state, Drivers drivers, S3Client s3, Path folder, Duration firstStep) {
        LivingClusters living = new LivingClusters(state, drivers, s3, folder, firstStep);
        living.resume();
        return new Emr(state, living, drivers);
    }

    @Override
    public List<EmrClient> rooms(Caller caller) {
        return List.of(
                new JobFlows(caller, state, living, releases),
                new Clusters(caller, state, living),
                new Steps(caller, state, living),
                new Instances(caller, state, drivers.cluster().map(yarn -> new ClusterNodes(yarn.resourceManager()))),
                new InstanceResizes(caller, state),
                new Policies(caller, state, living),
                new AutoScaling(caller, state),
                new Tags(caller, state),
                new SecurityConfigurations(caller, state),
                new PublicAccess(caller, state),
                new SessionCredentials(caller, state),
                new AppUis(caller, state, living, drivers),
                new ReleaseLabels(releases));
    }

    /** Stops what runs; the steps that ran have failed when the service is opened again. */
    @Override
    public void close() {
        living.close();
    }
}
