package io.laguna.testing;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.SELContext;
import com.github.dockerjava.api.model.Volume;
import io.laguna.emulator.edge.EdgeConfiguration;
import io.laguna.emulator.kit.Caller;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/**
 * The embedded lake in a container: S3, the Glue Data Catalog, EMR and the rest on one endpoint, the engines behind it.
 *
 * <p>The container has started when everything in it is ready. That has to take less than three minutes, unless
 * {@link #withStartupTimeout(Duration)} says otherwise. From outside only the endpoint can be reached. The content of
 * the lake is deleted with the container, except for zones that are bound to a folder.
 */
public final class LagunaContainer extends GenericContainer<LagunaContainer> {
    /** The image that {@code docker-compose build} makes of a checkout. */
    public static final DockerImageName DEFAULT_IMAGE = DockerImageName.parse("laguna:latest");

    private static final int PORT = EdgeConfiguration.DEFAULT_PORT;
    private static final String HOSTS = "LAGUNA_ENDPOINT_HOSTS";

    private boolean ready;
    private Optional<LastWords> lastWords = Optional.empty();

    public LagunaContainer() {
        this(DEFAULT_IMAGE);
        // The image is built and not published: a registry's image of this name would be somebody else's.
        withImagePullPolicy(image -> false);
    }

    public LagunaContainer(String image) {
        this(DockerImageName.parse(image));
    }

    public LagunaContainer(DockerImageName image) {
        super(image);
        withExposedPorts(PORT);
        waitingFor(new LakeIsReady(PORT));
    }

    /** Sets the heap of a Spark driver that asks for no other, like {@code 2g} (the default) or {@code 1536m}. */
    public LagunaContainer withDriverMemory(String size) {
        return withEnv("LAGUNA_DRIVER_MEMORY", size);
    }

    /**
     * Sets how many Spark drivers are kept ready for the next job. The default is 1. Each driver takes about 550 MB
     * while it waits.
     */
    public LagunaContainer withWarmDrivers(int number) {
        return withEnv("LAGUNA_WARM_DRIVERS", Integer.toString(number));
    }

    /**
     * Keeps the buckets in a folder of the machine that Docker runs on, where each bucket is a folder and each object
     * is a file. The lake's user, id 1000, must be able to write there, and owns what it writes.
     */
    public LagunaContainer withZones(Path folder) {
        // Testcontainers' own way of binding a folder first pulls an image to try it with.
        Bind bind = new Bind(
                folder.toAbsolutePath().toString(), new Volume("/lake/zones"), AccessMode.rw, SELContext.shared);
        return withCreateContainerCmdModifier(create -> {
            HostConfig host = create.getHostConfig();
            host.withBinds(
                    Stream.concat(Stream.of(host.getBinds()), Stream.of(bind)).toList());
        });
    }

    /** Returns the address at which every service answers, once the container has started. */
    public URI endpoint() {
        return URI.create("http://" + getHost() + ":" + getMappedPort(PORT));
    }

    public Region region() {
        return Region.of(Caller.DEFAULT_REGION);
    }

    /** Returns a key id. Any id is taken; an id of 12 digits, such as this one, is the account of its caller. */
    public String accessKeyId() {
        return Caller.DEFAULT_ACCOUNT;
    }

    /** Returns a secret key. Any secret is taken. */
    public String secretAccessKey() {
        return "laguna";
    }

    /** Returns a client of any service in this lake, which the caller closes. */
    public <B extends AwsClientBuilder<B, C>, C> C client(AwsClientBuilder<B, C> builder) {
        PathStyle.force(builder);
        return builder.endpointOverride(endpoint())
                .region(region())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId(), secretAccessKey())))
                .build();
    }

    /** Allows the names by which this container is called: Docker's host may have one, and a network gives it aliases. */
    @Override
    protected void configure() {
        Set<String> names = new TreeSet<>(getNetworkAliases());
        names.add(getHost());
        Optional.ofNullable(getEnvMap().get(HOSTS)).ifPresent(names::add);
        // An address of version 6 needs no permission, and is no name.
        names.removeIf(name -> name.contains(":"));
        withEnv(HOSTS, String.join(",", names));
    }

    /**
     * Starts the container, and puts its log into the failure when it does not start. Testcontainers gives that log to
     * SLF4J, where it may be lost.
     */
    @Override
    protected void doStart() {
        ready = false;
        lastWords = Optional.empty();
        try {
            super.doStart();
        } catch (ContainerLaunchException e) {
            String cause = firstCause(e).getMessage();
            throw new ContainerLaunchException(
                    e.getMessage() + ": "
                            + lastWords.map(words -> words.orElse(cause)).orElse(cause),
                    e);
        }
    }

    @Override
    protected void containerIsStarted(InspectContainerResponse container) {
        ready = true;
    }

    @Override
    protected void containerIsStopping(InspectContainerResponse container) {
        if (!ready) {
            lastWords = Optional.of(LastWords.of(this));
        }
    }

    private static Throwable firstCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
