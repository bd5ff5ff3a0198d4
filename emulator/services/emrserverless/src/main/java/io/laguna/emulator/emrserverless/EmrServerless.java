package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.state.State;
import io.laguna.engines.driver.Drivers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Amazon EMR Serverless. One per process; every account has its own applications in every region.
 *
 * @see <a href="https://docs.aws.amazon.com/emr-serverless/latest/APIReference/Welcome.html">The API</a>
 */
public final class EmrServerless implements Service<EmrServerlessClient> {
    private final State state;
    private final Dispatcher dispatcher;

    private EmrServerless(State state, Dispatcher dispatcher) {
        this.state = state;
        this.dispatcher = dispatcher;
    }

    /**
     * Opens the service and goes on with the applications that an earlier process left.
     *
     * @param state closed by whoever opened it
     * @param drivers run the jobs; closed by whoever opened them
     * @param s3 for logs; closed by whoever opened it
     * @param folder of the job runs' files
     */
    public static EmrServerless open(State state, Drivers drivers, S3Client s3, Path folder) {
        return open(state, drivers, s3, folder, Clock.systemUTC());
    }

    static EmrServerless open(State state, Drivers drivers, S3Client s3, Path folder, Clock clock) {
        Dispatcher dispatcher = new Dispatcher(state, drivers, s3, folder, clock);
        dispatcher.start();
        return new EmrServerless(state, dispatcher);
    }

    @Override
    public List<EmrServerlessClient> rooms(Caller caller) {
        return List.of(
                new Applications(caller, state, dispatcher),
                new StartAndStop(caller, state, dispatcher),
                new JobRuns(caller, state, dispatcher),
                new JobRunReads(caller, state, dispatcher),
                new Tags(caller, state));
    }

    /** Stops the drivers of job runs: they are FAILED when the service is opened again. */
    @Override
    public void close() {
        dispatcher.close();
    }
}
