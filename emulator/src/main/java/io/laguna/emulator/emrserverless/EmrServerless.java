package io.laguna.emulator.emrserverless;

import io.laguna.emulator.AwsService;
import io.laguna.emulator.Caller;
import io.laguna.emulator.state.State;
import io.laguna.engines.Drivers;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Amazon EMR Serverless. One per process; every account has its own applications. */
public final class EmrServerless implements AwsService<EmrServerlessClient> {
    private EmrServerless() {}

    /**
     * Opens the service and goes on with the applications that an earlier process left.
     *
     * @param state closed by whoever opened it
     * @param drivers run the jobs; closed by whoever opened them
     * @param s3 for logs; closed by whoever opened it
     * @param folder of the job runs' files
     */
    public static EmrServerless open(State state, Drivers drivers, S3Client s3, Path folder) {
        return new EmrServerless();
    }

    @Override
    public List<EmrServerlessClient> rooms(Caller caller) {
        return List.of();
    }

    @Override
    public void close() {}
}
