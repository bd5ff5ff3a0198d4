package io.laguna.pipelines.step;

import java.util.List;

/** The runner of a pipeline's Spark jobs, wherever they run. */
public interface StepRunner extends AutoCloseable {
    /** Asks for the place where the jobs will run, so that it gets ready meanwhile. */
    void prepare();

    /**
     * Runs every step to its end. The method may be called again with more steps.
     *
     * @param waves steps of one wave may run at once; a wave begins when the one before it has succeeded
     * @throws StepFailedException at the first step that fails; later waves do not run then
     * @throws java.util.concurrent.CancellationException when it is stopped meanwhile
     */
    void run(List<List<Step>> waves);

    /** Cancels what runs and gives the place back. Another thread calls this. */
    void stop();

    /** Gives the place back. */
    @Override
    void close();
}
