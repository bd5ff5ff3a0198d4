package io.laguna.emulator.lake;

import io.laguna.emulator.edge.Edge;
import io.laguna.emulator.edge.EdgeConfiguration;
import io.laguna.emulator.edge.EdgeFailure;
import io.laguna.emulator.edge.health.EngineHealth;
import io.laguna.emulator.edge.signature.Authentication;
import io.laguna.emulator.kit.Caller;
import io.laguna.engines.process.Ports;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** An AWS data lake: the endpoint, and the engines behind it. */
public final class Lake implements AutoCloseable {
    private final Workspace workspace;
    private final LakeLock lock;
    private final String endpoint;
    private final Edge edge;
    private final LakeServices services;
    private final LakeEngines engines;

    private Lake(
            Workspace workspace,
            LakeLock lock,
            String endpoint,
            Edge edge,
            LakeServices services,
            LakeEngines engines) {
        this.workspace = workspace;
        this.lock = lock;
        this.endpoint = endpoint;
        this.edge = edge;
        this.services = services;
        this.engines = engines;
    }

    /**
     * Opens the endpoint, on which S3 answers at once, and lets the engines get ready behind it.
     *
     * @throws LakeInUseException when another process owns the workspace
     * @throws EdgeFailure when the endpoint cannot be opened
     */
    public static Lake open(Workspace workspace, LakeSettings settings, EngineListener listener) {
        LakeLock lock = LakeLock.tryTake(workspace.state())
                .orElseThrow(() -> new LakeInUseException("Another Laguna works on " + workspace.state()
                        + ": wait for it to end, or stop it with ./laguna down."));
        try {
            return open(workspace, settings, lock, listener);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens a lake and waits for its engines.
     *
     * @throws io.laguna.engines.process.EngineFailure when an engine does not start; the others are stopped again
     */
    public static Lake start(Workspace workspace, LakeSettings settings, EngineListener listener) {
        Lake lake = open(workspace, settings, listener);
        try {
            lake.awaitEngines();
            return lake;
        } catch (RuntimeException e) {
            lake.close();
            throw e;
        }
    }

    private static Lake open(Workspace workspace, LakeSettings settings, LakeLock lock, EngineListener listener) {
        long begun = System.nanoTime();
        Consumer<String> ready = name -> listener.ready(name, Duration.ofNanos(System.nanoTime() - begun));
        LakeKeys keys = LakeKeys.of(workspace.state());
        int port = Ports.claim("endpoint", settings.ports().endpoint());
        String endpoint = "http://" + settings.reachableHost() + ":" + port;
        LakeEngines engines = settings.cluster()
                .map(cluster -> LakeEngines.of(cluster, workspace, settings.ports(), keys.s3Access(endpoint), ready))
                .orElseGet(() -> LakeEngines.embedded(workspace, settings.ports(), keys.s3Access(endpoint), ready));
        LakeServices services = new LakeServices(workspace, engines, new LakeClients(endpoint, keys), settings);
        Edge edge = new Edge(
                configuration(workspace, settings, port, keys).withDirectory(services.directory()),
                services.mounts(),
                health(endpoint, engines, services));
        try {
            edge.start();
        } catch (RuntimeException e) {
            services.close();
            throw e;
        }
        ready.accept("endpoint");
        engines.start();
        return new Lake(workspace, lock, endpoint, edge, services, engines);
    }

    /**
     * Waits until every engine is ready. Drivers in reserve then get ready in the background.
     *
     * @throws io.laguna.engines.process.EngineFailure when one does not get ready
     */
    public void awaitEngines() {
        engines.await();
        services.await();
        services.prepareDrivers(workspace.state());
    }

    /**
     * Starts the engine of Athena's queries, which otherwise starts with the first query.
     *
     * @throws io.laguna.engines.process.EngineFailure when it does not get ready
     */
    public void startAthena() {
        engines.startTrino();
    }

    /** Starts the engine of Athena's queries beside other work. The first query reports a failure, and tries again. */
    public void startAthenaMeanwhile() {
        var unused = CompletableFuture.runAsync(engines.trino()::address);
    }

    /**
     * Gets the engine of Athena's queries ready in the background, when nothing else runs and enough memory is
     * available: starts it, and lets it run statements of its own until it has compiled what queries need.
     */
    public void warmAthena() {
        services.warmAthena();
    }

    /** Amazon S3 without HTTP, as the default caller sees it. */
    public S3Client s3() {
        return services.s3(Caller.DEFAULT);
    }

    /** The Glue Data Catalog without HTTP, as the default caller sees it. */
    public GlueClient glue() {
        return services.glue(Caller.DEFAULT);
    }

    /** Returns Amazon Athena without HTTP, as the default caller sees it. */
    public AthenaClient athena() {
        return services.athena(Caller.DEFAULT);
    }

    /** Returns Amazon EMR without HTTP, as the default caller sees it. */
    public EmrClient emr() {
        return services.emr(Caller.DEFAULT);
    }

    /** Returns Amazon EMR Serverless without HTTP, as the default caller sees it. */
    public EmrServerlessClient emrServerless() {
        return services.emrServerless(Caller.DEFAULT);
    }

    /** Returns EventBridge Scheduler without HTTP, as the default caller sees it. */
    public ApiGatewayV2Client apiGatewayV2() {
        return services.apis().http(Caller.DEFAULT);
    }

    public ApiGatewayClient apiGateway() {
        return services.apis().rest(Caller.DEFAULT);
    }

    public SchedulerClient scheduler() {
        return services.scheduler(Caller.DEFAULT);
    }

    /** Returns AWS Lambda without HTTP, as the default caller sees it. */
    public LambdaClient lambda() {
        return services.lambda(Caller.DEFAULT);
    }

    /** Returns AWS Secrets Manager without HTTP, as the default caller sees it. */
    public SecretsManagerClient secretsManager() {
        return services.secretsManager(Caller.DEFAULT);
    }

    /** Returns Amazon SQS without HTTP, as the default caller sees it. */
    public SqsClient sqs() {
        return services.messages().sqs(Caller.DEFAULT);
    }

    /** Returns Amazon SNS without HTTP, as the default caller sees it. */
    public SnsClient sns() {
        return services.messages().sns(Caller.DEFAULT);
    }

    /** Returns Amazon EventBridge without HTTP, as the default caller sees it. */
    public EventBridgeClient eventBridge() {
        return services.messages().eventBridge(Caller.DEFAULT);
    }

    /** Returns Amazon Redshift without HTTP, as the default caller sees it. */
    public RedshiftClient redshift() {
        return services.redshift().redshift(Caller.DEFAULT);
    }

    /** Returns Amazon Redshift Serverless without HTTP, as the default caller sees it. */
    public RedshiftServerlessClient redshiftServerless() {
        return services.redshift().serverless(Caller.DEFAULT);
    }

    /** Returns the Data API of Amazon Redshift without HTTP, as the default caller sees it. */
    public RedshiftDataClient redshiftData() {
        return services.redshift().data(Caller.DEFAULT);
    }

    /** Returns the Parameter Store of AWS Systems Manager without HTTP, as the default caller sees it. */
    public SsmClient ssm() {
        return services.ssm(Caller.DEFAULT);
    }

    /** Returns AWS Identity and Access Management without HTTP, as the default caller sees it. */
    public IamClient iam() {
        return services.iam(Caller.DEFAULT);
    }

    /** Returns the addresses at which everything answers, which are known once the engines are ready. */
    public LakeAddresses addresses() {
        return engines.addresses(endpoint);
    }

    /** Tells other processes where this lake answers, until it is closed. */
    public void publishAddresses() {
        addresses().publish(workspace.state());
    }

    @Override
    public void close() {
        LakeAddresses.withdraw(workspace.state());
        edge.close();
        services.close();
        engines.close();
        lock.close();
    }

    private static List<EngineHealth> health(String endpoint, LakeEngines engines, LakeServices services) {
        List<EngineHealth> health = new ArrayList<>();
        health.add(LakeHealth.endpoint(endpoint));
        health.addAll(engines.health());
        health.addAll(services.health());
        return health;
    }

    private static EdgeConfiguration configuration(
            Workspace workspace, LakeSettings settings, int port, LakeKeys keys) {
        EdgeConfiguration configuration = EdgeConfiguration.local(workspace.state())
                .withAddress(settings.host(), port)
                .withGuard(settings.guard())
                .withNeighbours(settings.neighbours());
        if (settings.checkSignatures()) {
            configuration = configuration.withAuthentication(new Authentication.Keys(keys.all()));
        }
        return settings.openBeyondLoopback() ? configuration.withOpenBeyondLoopback() : configuration;
    }

    /** Creates the folder of buckets, and in it the bucket for Hive's tables without a location of their own. */
    public static Path createBuckets(Workspace workspace) {
        try {
            Files.createDirectories(workspace.zones().resolve("warehouse"));
            return workspace.zones();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + workspace.zones(), e);
        }
    }
}
