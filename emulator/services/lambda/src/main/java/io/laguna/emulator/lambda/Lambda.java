package io.laguna.emulator.lambda;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import io.laguna.emulator.lambda.code.CodeDoor;
import io.laguna.emulator.lambda.code.CodeStore;
import io.laguna.emulator.lambda.environment.FunctionRunner;
import io.laguna.emulator.lambda.environment.LaunchSettings;
import io.laguna.emulator.lambda.function.Account;
import io.laguna.emulator.lambda.function.Concurrency;
import io.laguna.emulator.lambda.function.EventSettings;
import io.laguna.emulator.lambda.function.FunctionReads;
import io.laguna.emulator.lambda.function.Functions;
import io.laguna.emulator.lambda.function.Permissions;
import io.laguna.emulator.lambda.function.Recursion;
import io.laguna.emulator.lambda.function.Tags;
import io.laguna.emulator.lambda.invoke.Invocations;
import io.laguna.emulator.lambda.invoke.LaterInvocations;
import io.laguna.emulator.lambda.layer.LayerPermissions;
import io.laguna.emulator.lambda.layer.Layers;
import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.FunctionRecords;
import io.laguna.emulator.lambda.source.MappingReads;
import io.laguna.emulator.lambda.source.Mappings;
import io.laguna.emulator.lambda.source.Pollers;
import io.laguna.emulator.lambda.url.UrlCalls;
import io.laguna.emulator.lambda.url.Urls;
import io.laguna.emulator.lambda.version.Aliases;
import io.laguna.emulator.lambda.version.Versions;
import io.laguna.engines.function.FunctionRuntimes;
import io.laguna.engines.function.FunctionView;
import io.laguna.engines.process.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * AWS Lambda. One per process; every account has its own functions in every region.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/welcome.html">The API</a>
 */
public final class Lambda implements Service<LambdaClient> {
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private final State state;
    private final LambdaSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final CodeStore codes;
    private final CodeDoor door;
    private final FunctionRunner runner;
    private final LaterInvocations later;
    private final Pollers pollers;
    private final Worker sweep = new Worker("lambda-code", BETWEEN_SWEEPS, this::sweep);

    private Lambda(State state, LambdaSettings settings, Optional<List<Duration>> pauses) {
        this.state = state;
        this.settings = settings;
        Path folder = settings.folder().toAbsolutePath();
        Path environments = folder.resolve("environments");
        deleteLeftovers(environments);
        this.codes = CodeStore.open(folder);
        this.door = new CodeDoor(codes, settings.endpoint(), clock);
        this.runner = new FunctionRunner(new LaunchSettings(
                environments,
                settings.endpoint(),
                FunctionRuntimes.of(settings.workspace(), folder.resolve("runtime")),
                new FunctionView(folder.resolve("probe")),
                codes,
                settings.peers().logs(),
                settings.peers().sts(),
                clock));
        this.later = LaterInvocations.open(state, settings.seal(), clock, pauses, runner, settings.peers());
        this.pollers = Pollers.open(state, settings.seal(), runner, settings.peers());
    }

    /**
     * Opens the service, which goes on with the invocations that an earlier process has promised.
     *
     * @param state closed by whoever opened it
     */
    public static Lambda open(State state, LambdaSettings settings) {
        return open(state, settings, Optional.empty());
    }

    static Lambda open(State state, LambdaSettings settings, Optional<List<Duration>> pauses) {
        Lambda opened = new Lambda(state, settings, pauses);
        opened.sweep.start();
        return opened;
    }

    /** Returns the door at which code is fetched. */
    public CodeDoor door() {
        return door;
    }

    /** Returns the calls of functions by their URLs. */
    public UrlCalls urls() {
        return new UrlCalls(state, settings.seal(), runner);
    }

    @Override
    public List<LambdaClient> rooms(Caller caller) {
        FunctionContext context = new FunctionContext(caller, state, settings.seal(), clock);
        S3Client s3 = settings.peers().s3().apply(caller);
        return List.of(
                new Functions(context, codes, s3),
                new FunctionReads(context, door),
                new Versions(context),
                new Aliases(context),
                new Concurrency(context),
                new Permissions(context),
                new Tags(context),
                new EventSettings(context),
                new Mappings(context, settings.peers(), pollers),
                new MappingReads(context),
                new Urls(context, settings.endpoint()),
                new Account(context),
                new Recursion(context),
                new Layers(context, codes, door, s3),
                new LayerPermissions(context),
                new Invocations(context, runner, later));
    }

    /** Code is on the disk before its function is in the state: a turn without calls finds what nothing uses. */
    private Optional<Duration> sweep() {
        codes.retain(state.read(handle -> new FunctionRecords(handle, settings.seal()).usedCode()));
        return Optional.of(BETWEEN_SWEEPS);
    }

    private static void deleteLeftovers(Path environments) {
        try {
            Tree.delete(environments);
            Files.createDirectories(environments);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear " + environments, e);
        }
    }

    @Override
    public void close() {
        sweep.close();
        pollers.close();
        later.close();
        runner.close();
    }
}
