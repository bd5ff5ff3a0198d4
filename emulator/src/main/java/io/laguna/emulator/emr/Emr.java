package io.laguna.emulator.emr;

import io.laguna.emulator.AwsService;
import io.laguna.emulator.Caller;
import io.laguna.emulator.state.State;
import io.laguna.engines.Drivers;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Amazon EMR. One per process; every account has its own clusters. */
public final class Emr implements AwsService<EmrClient> {
    private Emr() {}

    /**
     * Opens the service and goes on with the clusters that an earlier process left.
     *
     * @param state closed by whoever opened it
     * @param drivers run the steps; closed by whoever opened them
     * @param s3 for scripts, jars and logs; closed by whoever opened it
     * @param folder of the clusters: their HDFS, their steps' files
     */
    public static Emr open(State state, Drivers drivers, S3Client s3, Path folder) {
        return new Emr();
    }

    @Override
    public List<EmrClient> rooms(Caller caller) {
        return List.of();
    }

    @Override
    public void close() {}
}
