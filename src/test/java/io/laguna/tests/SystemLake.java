package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.lake.Lake;
import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.emulator.lake.LakeKeys;
import io.laguna.emulator.lake.LakePorts;
import io.laguna.emulator.lake.LakeSettings;
import io.laguna.engines.driver.DriverSettings;
import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.JobEnvironment;
import io.laguna.engines.driver.Run;
import io.laguna.engines.driver.RunOutcome;
import io.laguna.engines.driver.SparkSubmission;
import io.laguna.engines.process.Workspace;
import io.laguna.pipelines.covid.CovidJar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A whole lake in this JVM, called from outside: by AWS clients over HTTP, and by Spark drivers. */
final class SystemLake implements AutoCloseable {
    /** The bucket of scripts and of their results. */
    private static final String WORK = "work";

    private final Workspace workspace;
    private final Lake lake;
    private final LakeKeys keys;
    private final S3Client s3;
    private final GlueClient glue;

    private SystemLake(Workspace workspace, Lake lake) {
        this.workspace = workspace;
        this.lake = lake;
        this.keys = LakeKeys.of(workspace.state());
        LakeClients clients = new LakeClients(endpoint(), keys);
        this.s3 = clients.s3();
        this.glue = clients.client(GlueClient.builder());
        s3.createBucket(request -> request.bucket(WORK));
    }

    static SystemLake start(Path folder) {
        Workspace workspace = Workspace.of(LagunaCommand.home(), folder);
        return new SystemLake(
                workspace, Lake.start(workspace, LakeSettings.open(LakePorts.free()), (engine, elapsed) -> {}));
    }

    S3Client s3() {
        return s3;
    }

    GlueClient glue() {
        return glue;
    }

    String endpoint() {
        return lake.addresses().endpoint();
    }

    LakeAddresses addresses() {
        return lake.addresses();
    }

    /** Returns a client with the lake's own key, which the caller closes. */
    <B extends AwsClientBuilder<B, C>, C> C client(AwsClientBuilder<B, C> builder) {
        return new LakeClients(endpoint(), keys).client(builder);
    }

    Path applications() {
        return CovidJar.in(workspace.home());
    }

    /** Returns the log of an engine or a service: {@code scheduler}. */
    Path log(String name) {
        return workspace.log(name);
    }

    LakeKeys keys() {
        return keys;
    }

    void put(String bucket, String key, String content) {
        s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(content));
    }

    /** Returns a statement for {@link #run}: the rows of a query are kept under this name. */
    static String keep(String name, String query) {
        return "INSERT OVERWRITE DIRECTORY 's3://" + WORK + "/" + name + "' USING json " + query;
    }

    /** Runs a script as one Spark job, which has to succeed. */
    void run(String job, List<String> statements) {
        RunOutcome outcome = outcome(job, CovidJar.in(workspace.home()), statements, Map.of());
        assertThat(outcome).as(outcome.failure().orElse("%s succeeded"), job).isInstanceOf(RunOutcome.Succeeded.class);
    }

    /**
     * Runs a script as one Spark job, and returns how it ended.
     *
     * @param jar in which, or by whose manifest, Spark finds RunSql and whatever else the script needs
     */
    RunOutcome outcome(String job, Path jar, List<String> statements, Map<String, String> environment) {
        return end(job, submit(job, jar, statements, environment));
    }

    /** Waits for the end of a job. */
    RunOutcome end(String job, Run run) {
        try {
            return run.await();
        } catch (InterruptedException e) {
            run.stop();
            Thread.currentThread().interrupt();
            throw new AssertionError(job + " was interrupted", e);
        }
    }

    /**
     * Starts a script as one Spark job. The job's output has a line {@code Time taken: …} for each statement that has
     * ended.
     */
    Run submit(String job, List<String> statements) {
        return submit(job, CovidJar.in(workspace.home()), statements, Map.of());
    }

    private Run submit(String job, Path jar, List<String> statements, Map<String, String> environment) {
        put(WORK, job + ".sql", String.join(";\n", statements) + ";\n");
        Drivers drivers = drivers(0, 1);
        return drivers.submit(SparkSubmission.of(
                job,
                jar,
                "io.laguna.apps.sql.RunSql",
                List.of("--file", "s3://" + WORK + "/" + job + ".sql"),
                JobEnvironment.LAKE.withVariables(environment)));
    }

    /** Returns drivers that work on this lake; they have to be closed before it. */
    Drivers drivers(int warm, int concurrent) {
        return new Drivers(
                workspace,
                keys.s3Access(endpoint()),
                lake.addresses().metastore(),
                new DriverSettings("1g", warm, concurrent));
    }

    /** Returns the rows that a statement of {@link #keep} left, as JSON, in order. */
    List<String> kept(String name) {
        return keys(WORK, name + "/").stream()
                .filter(key -> key.endsWith(".json"))
                .flatMap(key -> object(WORK, key).lines())
                .sorted()
                .toList();
    }

    List<String> keys(String bucket, String prefix) {
        return objects(bucket, prefix).map(S3Object::key).toList();
    }

    /** Copies the files below a prefix, through this client's memory. */
    void copy(String bucket, String from, String to) {
        for (S3Object file :
                objects(bucket, from).filter(file -> file.size() > 0).toList()) {
            byte[] content = s3.getObjectAsBytes(
                            request -> request.bucket(bucket).key(file.key()))
                    .asByteArray();
            String name = file.key().substring(file.key().lastIndexOf('/') + 1);
            s3.putObject(request -> request.bucket(bucket).key(to + name), RequestBody.fromBytes(content));
        }
    }

    private String object(String bucket, String key) {
        return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asString(StandardCharsets.UTF_8);
    }

    private Stream<S3Object> objects(String bucket, String prefix) {
        return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream();
    }

    @Override
    public void close() {
        s3.close();
        glue.close();
        lake.close();
    }
}
