package io.laguna.emulator.edge;

import io.laguna.emulator.edge.forward.Neighbours;
import io.laguna.emulator.edge.guard.Guard;
import io.laguna.emulator.edge.health.EngineHealth;
import io.laguna.emulator.edge.health.Health;
import io.laguna.emulator.edge.health.HealthPage;
import io.laguna.emulator.edge.log.CallLog;
import io.laguna.emulator.edge.log.Calls;
import io.laguna.emulator.edge.mount.Destination;
import io.laguna.emulator.edge.mount.HttpMount;
import io.laguna.emulator.edge.mount.Mount;
import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.emulator.edge.request.BodyReader;
import io.laguna.emulator.edge.request.Claim;
import io.laguna.emulator.edge.request.Clocks;
import io.laguna.emulator.edge.request.Limits;
import io.laguna.emulator.edge.route.Routes;
import io.laguna.emulator.edge.s3.BucketPages;
import io.laguna.emulator.edge.s3.S3Destination;
import io.laguna.emulator.edge.s3.S3Forms;
import io.laguna.emulator.edge.service.MountedService;
import io.laguna.emulator.edge.service.ServiceCalls;
import io.laguna.emulator.edge.service.ServiceDestination;
import io.laguna.emulator.edge.signature.Authentication;
import io.laguna.emulator.edge.signature.SignatureCheck;
import io.laguna.emulator.sts.SessionSeal;
import io.laguna.wire.Protocol;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One HTTP port for everything that answers. STS and the health page are always there; the others are mounted. */
public final class Edge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Edge.class);
    private static final int STOP_MILLIS = 5_000;
    private static final int SHUTDOWN_IDLE_MILLIS = 100;
    private static final int SATURATED_IDLE_MILLIS = 5_000;
    private static final int SATURATION_CHECK_MILLIS = 500;

    /** The bytes of a body that are read at once. A body may have gigabytes, and Jetty pools no larger buffers. */
    private static final int INPUT_BYTES = 64 << 10;

    private final EdgeConfiguration configuration;
    private final CallLog log;
    private final Server server;
    private final ServerConnector connector;

    /**
     * Creates an edge that has yet to be started.
     *
     * @param mounts what there is; services may get ready later
     * @param engines what the health page shows
     */
    public Edge(EdgeConfiguration configuration, List<? extends Mount> mounts, List<EngineHealth> engines) {
        this(configuration, mounts, engines, Clock.systemUTC());
    }

    Edge(EdgeConfiguration configuration, List<? extends Mount> mounts, List<EngineHealth> engines, Clock clock) {
        this.configuration = configuration;
        this.log = CallLog.in(configuration.state());
        Clocks clocks = new Clocks(clock);
        SessionSeal seal = new SessionSeal(SealKey.in(configuration.state()));
        SignatureCheck signatures =
                new SignatureCheck(configuration.authentication(), configuration.directory(), seal, clocks);
        List<MountedService> services = new ArrayList<>();
        services.add(StsMount.of(seal, configuration.directory(), clocks.clock(), signatures.isOpen()));
        only(ServiceMount.class, mounts).map(MountedService::of).forEach(services::add);

        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("edge");
        this.server = new Server(threads);
        HttpConnectionFactory connections = new HttpConnectionFactory(http(configuration.limits()));
        connections.setInputBufferSize(INPUT_BYTES);
        this.connector = new ServerConnector(server, 1, 1, connections);
        connector.setHost(configuration.host());
        connector.setPort(configuration.port());
        connector.setIdleTimeout(configuration.limits().idle().toMillis());
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        server.addConnector(connector);
        server.setErrorHandler(new UnreadableRequests());
        server.setStopTimeout(STOP_MILLIS);
        server.addBean(saturation(server, configuration.limits()));
        ServiceCalls calls = new ServiceCalls(configuration.engineDeadline(), threads);
        List<HttpMount> handlers = new ArrayList<>();
        handlers.add(new HealthPage(new Health(engines, services, configuration.neighbours())).mount());
        only(HttpMount.class, mounts).forEach(handlers::add);
        BodyReader bodies = new BodyReader(configuration.limits());
        Routes routes = new Routes(
                handlers,
                Stream.concat(
                                services.stream().filter(service -> !isS3(service)),
                                only(ServiceMount.class, mounts)
                                        .flatMap(mount -> MountedService.former(mount).stream()))
                        .map(service -> new ServiceDestination(service, signatures, calls))
                        .toList(),
                services.stream()
                        .filter(Edge::isS3)
                        .<Destination>map(s3 -> new S3Destination(
                                s3,
                                signatures,
                                calls,
                                bodies,
                                new S3Forms(signatures, clocks),
                                new BucketPages(
                                        () -> S3Destination.client(s3, signatures.claimed(new Claim.Anonymous())),
                                        configuration.hostNames(),
                                        signatures.isOpen())))
                        .findFirst()
                        .orElseGet(() -> Routes.unknown("s3")),
                elsewhere(configuration, signatures));
        server.setHandler(new GracefulHandler(new EdgeHandler(
                configuration.hostNames(), guard(configuration), routes, bodies, new Calls(log, clocks), signatures)));
    }

    /**
     * Starts to answer, whatever the engines do.
     *
     * @throws EdgeFailure when the address cannot be bound, or must not be with any credentials taken
     */
    public void start() {
        refuseToBeOpenToAll();
        try {
            server.start();
        } catch (IOException e) {
            stop();
            throw e instanceof BindException || e.getCause() instanceof BindException
                    ? new EdgeFailure(
                            "Port " + configuration.port()
                                    + " for the endpoint is taken by another process. Free it, or"
                                    + " choose another (0 takes any free port).",
                            e)
                    : new EdgeFailure("The endpoint does not start: " + e.getMessage(), e);
        } catch (Exception e) {
            stop();
            throw new EdgeFailure("The endpoint does not start: " + e.getMessage(), e);
        }
    }

    /** Returns the address: {@code http://127.0.0.1:4566}. */
    public String address() {
        String host = configuration.host().contains(":") ? "[" + configuration.host() + "]" : configuration.host();
        return "http://" + host + ":" + connector.getLocalPort();
    }

    @Override
    public void close() {
        stop();
        log.close();
    }

    private void stop() {
        try {
            server.stop();
        } catch (TimeoutException e) {
            LOG.warn("Calls that have not ended within {} ms are cut off, for the endpoint stops", STOP_MILLIS);
        } catch (Exception e) {
            throw new EdgeFailure("The endpoint does not stop: " + e.getMessage(), e);
        }
    }

    /**
     * Refuses to start when any credentials are taken on an address beyond loopback: whoever reaches an open endpoint
     * owns the lake.
     */
    private void refuseToBeOpenToAll() {
        if (configuration.authentication() instanceof Authentication.Open
                && !configuration.openBeyondLoopback()
                && !isLoopback(configuration.host())) {
            throw new EdgeFailure("An endpoint that takes any credentials does not bind to " + configuration.host()
                    + ", where other machines reach it. Use auth=keys, or say explicitly that it may.");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new EdgeFailure("There is no address " + host + " to bind the endpoint to.", e);
        }
    }

    /**
     * Makes the watch over threads. Clients that send or take nothing may not hold all threads: while no thread is
     * left, they have less time.
     */
    private static LowResourceMonitor saturation(Server server, Limits limits) {
        LowResourceMonitor saturation = new LowResourceMonitor(server);
        saturation.setLowResourcesIdleTimeout(
                (int) Math.min(SATURATED_IDLE_MILLIS, limits.idle().toMillis()));
        saturation.setMonitorThreads(true);
        // Those that connect later, too.
        saturation.setMaxLowResourcesTime(SATURATION_CHECK_MILLIS);
        saturation.setPeriod(SATURATION_CHECK_MILLIS);
        return saturation;
    }

    private static HttpConfiguration http(Limits limits) {
        HttpConfiguration http = new HttpConfiguration();
        // A key may hold any character, and an encoded slash is not a slash.
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setRequestHeaderSize(limits.headerBytes());
        // A signature covers headers as they were sent, in their own case.
        http.setHeaderCacheCaseSensitive(true);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        // Bodies are the services' to read, also those of type form.
        http.setFormEncodedMethods(Set.of());
        return http;
    }

    private static <M extends Mount> Stream<M> only(Class<M> kind, List<? extends Mount> mounts) {
        return mounts.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Makes the destinations of calls to services that are not here: another emulator's, or nobody's. */
    private Function<String, Destination> elsewhere(EdgeConfiguration configuration, SignatureCheck signatures) {
        if (configuration.neighbours().isEmpty()) {
            return Routes::unknown;
        }
        HttpClient client = new HttpClient();
        server.addBean(client);
        Neighbours neighbours = Neighbours.at(configuration.neighbours().get(), client);
        return name -> neighbours.service(name, signatures);
    }

    /** Makes the guard. The address that somebody bound counts as an own name too. */
    private static Guard guard(EdgeConfiguration configuration) {
        List<String> names = new ArrayList<>(configuration.hostNames());
        names.add(configuration.host().toLowerCase(Locale.ROOT));
        return new Guard(names, configuration.guard());
    }

    /** Tells whether a service is S3, whose bodies stream; S3 Control has the same name. */
    private static boolean isS3(MountedService service) {
        return service.description().protocol() == Protocol.REST_XML
                && service.description().operations().containsKey("PutObject");
    }
}
