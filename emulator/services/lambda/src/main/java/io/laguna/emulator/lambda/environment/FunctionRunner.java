package io.laguna.emulator.lambda.environment;

import io.laguna.emulator.lambda.record.FunctionRow;
import io.laguna.emulator.lambda.record.Version;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.engines.function.EntryPointException;
import io.laguna.engines.function.FunctionEnvironment;
import io.laguna.engines.function.RuntimeMissingException;
import java.util.Optional;

/** Runs invocations, each in an environment that nobody else has meanwhile. */
public final class FunctionRunner implements AutoCloseable {
    /** The invocations that this machine takes at once, and the environments that may wait for others. */
    private static final int MOST = 100;

    private final LaunchSettings settings;
    private final Places places = new Places(MOST);
    private final Environments environments = new Environments(MOST);

    public FunctionRunner(LaunchSettings settings) {
        this.settings = settings;
    }

    /**
     * Runs an invocation to its end.
     *
     * @throws software.amazon.awssdk.services.lambda.model.TooManyRequestsException when there is no place for it
     * @throws software.amazon.awssdk.services.lambda.model.RecursiveInvocationException when the function has set it going itself,
     *     again and again
     * @throws software.amazon.awssdk.services.lambda.model.InvalidRuntimeException when this machine does not have the
     *     function's runtime
     */
    public InvocationResult run(Version version, Invocation invocation) {
        FunctionRow function = version.function();
        if (!function.mayLoop() && invocation.lineage().isLoop(function.arn())) {
            throw Failures.loop(function.arn());
        }
        places.take(version.function());
        try {
            Optional<InvocationResult> result = Optional.empty();
            while (result.isEmpty()) {
                Optional<Warm> waiting = environments.take(version);
                result = waiting.isPresent()
                        ? new Turn(settings, version, invocation, waiting.get()).warm(environments::give)
                        : Optional.of(start(version, invocation));
            }
            return result.get();
        } finally {
            places.give(version.function());
        }
    }

    private InvocationResult start(Version version, Invocation invocation) {
        try {
            Launch launch = new Launch(settings, version);
            FunctionLog log = launch.log();
            PlatformLines lines = new PlatformLines(log, version.configuration());
            lines.initStart(launch.runtimeName());
            launch.notes().forEach(lines::note);
            try {
                FunctionEnvironment environment =
                        FunctionEnvironment.start(settings.view(), launch.command(log), log::write);
                Warm fresh = new Warm(
                        version.function().id(),
                        version.configuration().revisionId(),
                        environment,
                        log,
                        System.nanoTime());
                return new Turn(settings, version, invocation, fresh).cold(environments::give);
            } catch (EntryPointException e) {
                return Turn.notStarted(version, invocation, log, e.getMessage());
            } catch (RuntimeException e) {
                log.close();
                throw e;
            }
        } catch (RuntimeMissingException e) {
            throw Failures.noRuntime(e.getMessage());
        }
    }

    @Override
    public void close() {
        environments.close();
    }
}
