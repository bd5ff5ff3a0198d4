package io.laguna.emulator.lake;

import io.laguna.emulator.apigateway.settings.GatewaySettings;
import io.laguna.emulator.edge.StsMount;
import io.laguna.emulator.edge.health.EngineHealth;
import io.laguna.emulator.edge.mount.Mount;
import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.emulator.emr.Emr;
import io.laguna.emulator.emrserverless.EmrServerless;
import io.laguna.emulator.glue.connection.ConnectionSettings;
import io.laguna.emulator.glue.job.RunSettings;
import io.laguna.emulator.glue.job.RunUsage;
import io.laguna.emulator.glue.job.S3Files;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.event.EventBus;
import io.laguna.emulator.kit.event.EventLog;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.lambda.Lambda;
import io.laguna.emulator.lambda.LambdaSettings;
import io.laguna.emulator.lambda.request.Peers;
import io.laguna.emulator.logs.Logs;
import io.laguna.emulator.prices.JobRunPrice;
import io.laguna.emulator.prices.PriceTable;
import io.laguna.emulator.s3.S3;
import io.laguna.emulator.s3.notification.NotificationSettings;
import io.laguna.emulator.scheduler.Scheduler;
import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.EventLogs;
import io.laguna.engines.driver.GlueRuntime;
import io.laguna.engines.jdbc.JdbcProcess;
import io.laguna.engines.process.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The services of a lake beside STS: each is opened when the engines it needs are ready, S3 at once. */
final class LakeServices implements AutoCloseable {
    private final S3Client s3;
    private final RunUsage runUsage;
    private final CompletableFuture<State> state;
    private final CompletableFuture<Drivers> drivers;
    private final LakeService<S3Client> buckets;
    private final LakeService<S3ControlClient> bucketTags;
    private final LakeService<CloudWatchLogsClient> logs;
    private final CompletableFuture<Lambda> functions;
    private final LakeService<LambdaClient> lambda;
    private final LakeApis apis;
    private final LakeIdentities identities;
    private final MessageServices messages;
    private final LakeGlue glue;
    private final LakeAthena athena;
    private final LakeService<EmrClient> emr;
    private final LakeService<EmrServerlessClient> serverless;
    private final LakeService<SchedulerClient> scheduler;
    private final LakeRedshift redshift;
    private final EventLog eventLog;
    private final CompletableFuture<EventBus> events;

    LakeServices(Workspace workspace, LakeEngines engines, LakeClients clients, LakeSettings lake) {
        Path folder = workspace.state();
        this.s3 = clients.s3();
        PriceTable prices = PriceTable.read(PriceTable.latest(workspace.home().resolve("data/prices")));
        this.runUsage = new RunUsage(JobRunPrice.of(prices)::of);
        this.state = engines.databaseReady()
                .thenApply(ready -> State.open(
                        engines.postgresql().database("laguna"),
                        engines.postgresql().logCommand()));
        this.drivers = engines.jobsReady()
                .thenApply(ready -> new Drivers(
                        workspace,
                        clients.keys().s3Access(clients.endpoint()),
                        engines.metastore().address(),
                        lake.drivers(),
                        engines.cluster()));
        S3 store = S3.open(
                Lake.createBuckets(workspace),
                new NotificationSettings(
                        state, this::lambda, owner -> messages().sqs(owner), owner -> messages()
                                .sns(owner)),
                lake.watched());
        this.buckets = new LakeService<>(S3Client.class, "s3", CompletableFuture.completedFuture(store));
        this.bucketTags = new LakeService<>(
                S3ControlClient.class, "s3control", CompletableFuture.completedFuture(store.control()));
        this.logs = new LakeService<>(CloudWatchLogsClient.class, "logs", state.thenApply(Logs::open));
        Seal seal = Seal.keptIn(folder);
        this.identities = new LakeIdentities(state, seal, workspace);
        LambdaSettings lambdas = new LambdaSettings(
                workspace,
                folder.resolve("lambda"),
                clients.endpoint(),
                seal,
                new Peers(
                        buckets::client,
                        logs::client,
                        StsMount.forService(folder, identities.directory(), "lambda"),
                        caller -> messages().sqs(caller),
                        caller -> messages().sns(caller),
                        caller -> messages().eventBridge(caller)));
        this.functions = state.thenApply(opened -> Lambda.open(opened, lambdas));
        this.lambda = new LakeService<>(LambdaClient.class, "lambda", functions);
        this.apis =
                new LakeApis(state, new GatewaySettings(lambda::client, logs::client, URI.create(clients.endpoint())));
        this.messages = new MessageServices(
                state,
                clients.endpoint(),
                workspace,
                this::lambda,
                logs::client,
                owner -> redshift().data(owner),
                (owner, workflow, event) -> glue().workflows().notifyEvent(owner, workflow, event));
        RunSettings runs = new RunSettings(
                () -> LakeEngines.join(drivers),
                () -> GlueRuntime.of(workspace),
                new S3Files(s3),
                logs::client,
                new EventLogs(workspace),
                runUsage,
                clients.endpoint() + BookmarkMount.PATH,
                Optional.ofNullable(System.getenv("LAGUNA_GLUE_PACKAGE_INDEX")));
        ConnectionSettings connecting = new ConnectionSettings(
                seal,
                new JdbcProcess(workspace),
                new S3Files(s3),
                identities::secrets,
                this::glue,
                logs::client,
                workspace.engineState("jdbc").resolve("drivers"));
        this.glue = new LakeGlue(
                state,
                engines,
                folder.resolve("glue"),
                runs,
                connecting,
                new LakeGlue.Neighbours(s3, buckets::client, logs::client, messages::sqs));
        this.athena = new LakeAthena(
                state,
                engines.trino(),
                glue::client,
                buckets.client(Caller.DEFAULT),
                folder.resolve("athena"),
                prices,
                () -> isOpen(drivers) && drivers.join().isIdle());
        this.emr = new LakeService<>(
                EmrClient.class,
                "elasticmapreduce",
                state.thenCombine(drivers, (opened, ready) -> Emr.open(opened, ready, s3, folder.resolve("emr"))));
        this.serverless = new LakeService<>(
                EmrServerlessClient.class,
                "emr-serverless",
                state.thenCombine(
                        drivers,
                        (opened, ready) -> EmrServerless.open(opened, ready, s3, folder.resolve("emr-serverless"))));
        this.redshift = new LakeRedshift(
                workspace, lake, clients, prices, state, seal, this::glue, identities::secrets, this::lambda);
        CompletableFuture<LakeTargets> targets = new CompletableFuture<>();
        this.scheduler = new LakeService<>(
                SchedulerClient.class,
                "scheduler",
                state.thenCombine(
                        targets, (opened, services) -> Scheduler.open(opened, services, workspace.log("scheduler"))));
        Map<String, ServiceMount> mounts = new TreeMap<>();
        all().forEach(service -> mounts.put(service.name(), service.mount()));
        mounts.put("sts", StsMount.forSchedules(folder, identities.directory()));
        targets.complete(new LakeTargets(Map.copyOf(mounts)));
        this.eventLog = EventLog.open(workspace.log("events"));
        this.events = state.thenCombine(
                messages.events(), (opened, rules) -> EventBus.open(opened, List.of(eventLog, rules)));
    }

    /** Gets the first drivers in reserve ready, in the background, and the commands of a cluster's primary node. */
    void prepareDrivers(Path state) {
        Drivers ready = LakeEngines.join(drivers);
        ready.prepare();
        if (ready.cluster().isPresent()) {
            ready.writeTools(state);
        }
    }

    /** Gets Athena's engine ready in the background. */
    void warmAthena() {
        athena.warm();
    }

    /** Returns the health of Athena's engine and of the drivers of jobs. */
    List<EngineHealth> health() {
        return List.of(athena.health(), LakeHealth.of(drivers, runUsage::figures), redshift.health());
    }

    List<Mount> mounts() {
        return Stream.<Mount>concat(
                        Stream.of(
                                glue.bookmarks(),
                                new CodeMount(functions).mount(),
                                new FunctionUrlMount(functions).mount(),
                                messages.certificate(),
                                apis.mount()),
                        all().stream().map(LakeService::mount))
                .toList();
    }

    S3Client s3(Caller caller) {
        return buckets.client(caller);
    }

    LambdaClient lambda(Caller caller) {
        return lambda.client(caller);
    }

    GlueClient glue(Caller caller) {
        return glue.client(caller);
    }

    AthenaClient athena(Caller caller) {
        return athena.client(caller);
    }

    EmrClient emr(Caller caller) {
        return emr.client(caller);
    }

    EmrServerlessClient emrServerless(Caller caller) {
        return serverless.client(caller);
    }

    SchedulerClient scheduler(Caller caller) {
        return scheduler.client(caller);
    }

    SecretsManagerClient secretsManager(Caller caller) {
        return identities.secrets(caller);
    }

    IamClient iam(Caller caller) {
        return identities.iam(caller);
    }

    /** Returns the keys and roles that IAM keeps. */
    LakeDirectory directory() {
        return identities.directory();
    }

    LakeApis apis() {
        return apis;
    }

    LakeRedshift redshift() {
        return redshift;
    }

    SsmClient ssm(Caller caller) {
        return identities.parameters(caller);
    }

    private LakeGlue glue() {
        return glue;
    }

    MessageServices messages() {
        return messages;
    }

    /** Waits until every service answers, or throws the reason why one does not. */
    void await() {
        all().forEach(LakeService::await);
    }

    @Override
    public void close() {
        athena.close();
        apis.close();
        all().forEach(LakeService::close);
        redshift.close();
        if (isOpen(events)) {
            events.join().close();
        }
        eventLog.close();
        if (isOpen(drivers)) {
            drivers.join().close();
        }
        if (isOpen(state)) {
            state.join().close();
        }
        s3.close();
    }

    /**
     * Returns all services in the order in which they are closed: a service is closed before the services that it
     * calls.
     */
    private List<LakeService<?>> all() {
        return Stream.of(
                        List.of(scheduler),
                        messages.calling(),
                        apis.services(),
                        List.of(serverless, emr),
                        redshift.services(),
                        List.of(athena.service(), glue.service()),
                        identities.services(),
                        List.of(lambda),
                        messages.called(),
                        List.of(logs, bucketTags, buckets))
                .<LakeService<?>>flatMap(List::stream)
                .toList();
    }

    static boolean isOpen(CompletableFuture<?> opening) {
        return opening.isDone() && !opening.isCompletedExceptionally();
    }
}
