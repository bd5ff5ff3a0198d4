package io.laguna.pipelines.step;

import java.util.List;

/** Runs the Spark jobs of a pipeline, wherever that is. */
public interface StepRunner extends AutoCloseable {
    /** Asks for the place where they will run, so that it gets ready meanwhile. */
    void prepare();

    /**
     * Runs every step to its end. May be called again with more of them.
     *
     * @param waves steps of one wave may run at once; a wave begins when the one before it has succeeded
     * @throws StepFailedException at the first step that fails; later waves do not run then
     * @throws java.util.concurrent.CancellationException when it is stopped meanwhile
     */
    void run(List<List<Step>> waves);

    /** From another thread: cancels what runs and gives the place back. */
    void stop();

    /** Gives the place back. */
    @Override
    void close();
}
