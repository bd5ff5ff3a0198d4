package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.laguna.engines.process.Ports;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.DockerComposeContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.lifecycle.Startable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The cluster of {@code docker/compose.yaml} under a name, on ports and with zones of its own, with two NodeManagers and
 * two DataNodes.
 */
final class ComposeCluster implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(10);
    private static final StaticCredentialsProvider ANYBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("laguna", "laguna"));
    private static final List<String> SCALED = List.of("datanode", "nodemanager");

    private final Path folder;
    private final Map<String, String> environment;
    private final Startable compose;
    private final List<String> command;

    private ComposeCluster(Path folder, Map<String, String> environment, List<String> command, Startable compose) {
        this.folder = folder;
        this.environment = environment;
        this.command = command;
        this.compose = compose;
    }

    /**
     * Starts the cluster, by Testcontainers.
     *
     * @param folder for its zones, which only the owner of may write into
     */
    static ComposeCluster up(Path folder) throws IOException {
        Path zones = Files.createDirectories(folder.resolve("zones"));
        Files.setPosixFilePermissions(zones, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> environment = environment(zones);
        File file = LagunaCommand.home().resolve("docker/compose.yaml").toFile();
        // Testcontainers starts the services that it is told of, and what they need.
        boolean first = Commands.run(Map.of(), "docker", "compose", "version", "--short")
                .output()
                .startsWith("1.");
        WaitStrategy healthy = Wait.forHealthcheck().withStartupTimeout(START);
        if (first) {
            DockerComposeContainer<?> compose = new DockerComposeContainer<>("laguna-test", file)
                    .withPull(false)
                    .withEnv(environment)
                    .withServices("laguna")
                    .waitingFor("laguna_1", healthy);
            SCALED.forEach(service -> compose.withScaledService(service, 2));
            compose.start();
            return of(
                    folder,
                    environment,
                    List.of("docker-compose"),
                    compose,
                    compose.getContainerByServiceName("laguna_1").orElseThrow().getContainerId());
        }
        ComposeContainer compose = new ComposeContainer("laguna-test", file)
                .withPull(false)
                .withEnv(environment)
                .withServices("laguna")
                .waitingFor("laguna-1", healthy);
        SCALED.forEach(service -> compose.withScaledService(service, 2));
        compose.start();
        return of(
                folder,
                environment,
                List.of("docker", "compose"),
                compose,
                compose.getContainerByServiceName("laguna-1").orElseThrow().getContainerId());
    }

    private static ComposeCluster of(
            Path folder, Map<String, String> environment, List<String> command, Startable compose, String container) {
        String project = Commands.check(
                Map.of(),
                "docker",
                "inspect",
                "--format",
                "{{index .Config.Labels \"com.docker.compose.project\"}}",
                container);
        environment.put("COMPOSE_PROJECT_NAME", project.strip());
        environment.put(
                "COMPOSE_FILE",
                LagunaCommand.home().resolve("docker/compose.yaml").toString());
        return new ComposeCluster(folder, environment, command, compose);
    }

    /**
     * Returns the variables of the cluster: those of {@code .env}, over them those of this process, over them those
     * that make this cluster another one.
     */
    private static Map<String, String> environment(Path zones) throws IOException {
        Properties defaults = new Properties();
        try (Reader file = Files.newBufferedReader(LagunaCommand.home().resolve(".env"))) {
            defaults.load(file);
        }
        Map<String, String> environment = new HashMap<>();
        defaults.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("COMPOSE_"))
                .forEach(name -> environment.put(name, System.getenv().getOrDefault(name, defaults.getProperty(name))));
        environment.keySet().stream()
                .filter(name -> name.endsWith("_PORT"))
                .toList()
                .forEach(name -> environment.put(name, Integer.toString(Ports.claim(name, 0))));
        String redshift = Integer.toString(Ports.claim("LAGUNA_REDSHIFT_PORT", 0));
        environment.put("LAGUNA_REDSHIFT_PORT", redshift);
        environment.put("LAGUNA_REDSHIFT_PORTS", redshift);
        environment.put("LAGUNA_ZONES", zones.toString());
        environment.put("LAGUNA_HDFS_REPLICATION", "2");
        // Two nodes run on a machine that is meant for one.
        environment.put("LAGUNA_NODE_MEMORY_MB", "3072");
        return environment;
    }

    /** Runs {@code docker compose} with these words on this cluster. */
    String compose(String... words) {
        return Commands.check(
                environment, Stream.concat(command.stream(), Stream.of(words)).toArray(String[]::new));
    }

    /** Starts the containers that have been stopped, and waits until all answer. */
    void upAgain() {
        compose("up", "-d", "--no-build", "--scale", "datanode=2", "--scale", "nodemanager=2");
        awaitHealthy("laguna");
    }

    void awaitHealthy(String service) {
        await().atMost(START).until(() -> containers(service).stream()
                .allMatch(id -> inspect(id, "{{.State.Health.Status}}").equals("healthy")));
    }

    /** Returns the ids of a service's containers that run. */
    List<String> containers(String service) {
        return compose("ps", "-q", service).lines().filter(id -> !id.isBlank()).toList();
    }

    String inspect(String container, String format) {
        return Commands.check(Map.of(), "docker", "inspect", "--format", format, container)
                .strip();
    }

    /** Runs a command in a service's first container, which has to succeed, and returns what it prints. */
    String execute(String service, String... words) {
        List<String> all =
                new ArrayList<>(List.of("docker", "exec", containers(service).get(0)));
        all.addAll(List.of(words));
        return Commands.check(Map.of(), all.toArray(String[]::new));
    }

    /** Skips the rest of a suite on an image that was built where no package index is reached: it has no Python. */
    void assumePython() {
        assumeThat(execute("laguna", "sh", "-c", "cat /opt/laguna/engines/python/target/refusal 2>&1 || :"))
                .as("the image has Laguna's Python")
                .contains("No such file");
    }

    /** Returns what is left of the cluster in Docker: containers, volumes and networks. */
    List<String> leftovers() {
        String label = "label=com.docker.compose.project=" + environment.get("COMPOSE_PROJECT_NAME");
        return Stream.of(
                        List.of("docker", "ps", "-aq", "--filter", label),
                        List.of("docker", "volume", "ls", "-q", "--filter", label),
                        List.of("docker", "network", "ls", "-q", "--filter", label))
                .flatMap(words ->
                        Commands.check(Map.of(), words.toArray(String[]::new)).lines())
                .filter(line -> !line.isBlank())
                .collect(Collectors.toList());
    }

    /** Returns the folder that holds {@code zones/}. */
    Path folder() {
        return folder;
    }

    URI endpoint() {
        return address("LAGUNA_ENDPOINT_PORT");
    }

    URI resourceManager() {
        return address("LAGUNA_RESOURCEMANAGER_PORT");
    }

    URI history() {
        return address("LAGUNA_HISTORY_PORT");
    }

    /** Returns the ports of this machine by which the cluster is reached. */
    List<Integer> publishedPorts() {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().endsWith("_PORT"))
                .map(variable -> Integer.valueOf(variable.getValue()))
                .toList();
    }

    S3Client s3() {
        return client(S3Client.builder().forcePathStyle(true));
    }

    <B extends AwsClientBuilder<B, C>, C> C client(AwsClientBuilder<B, C> builder) {
        return builder.endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(ANYBODY)
                .build();
    }

    /**
     * Returns the profile of the pipeline's runs on this cluster: {@code profiles/docker.properties} with the cluster's
     * own endpoint.
     */
    Path profile() {
        try {
            String profile = Files.readString(LagunaCommand.home().resolve("profiles/docker.properties"));
            String usual = "http://127.0.0.1:4566";
            assertThat(profile).contains(usual);
            return Files.writeString(
                    folder.resolve("docker.properties"),
                    profile.replace(usual, endpoint().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI address(String port) {
        return URI.create("http://127.0.0.1:" + environment.get(port));
    }

    @Override
    public void close() {
        compose.stop();
    }
}
