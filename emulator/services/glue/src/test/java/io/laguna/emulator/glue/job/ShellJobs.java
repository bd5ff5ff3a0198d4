package io.laguna.emulator.glue.job;

import io.laguna.emulator.logs.Logs;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.EventLogs;
import io.laguna.engines.driver.GlueRuntime;
import io.laguna.engines.process.Workspace;
import io.laguna.wire.Rooms;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CreateJobRequest;
import software.amazon.awssdk.services.s3.S3Client;

/** Jobs of the kind {@code pythonshell}, whose scripts are in a folder of the bucket and run in Python alone. */
public record ShellJobs(Drivers drivers, S3Client s3, Logs logs, Path folder, String scripts) {
    /** Returns the settings with which such jobs run. Spark's libraries are not among them. */
    public RunSettings settings() {
        return new RunSettings(
                () -> drivers,
                () -> new GlueRuntime(List.of(), List.of(), folder.resolve("awsglue.zip")),
                new S3Files(s3),
                caller ->
                        Rooms.of(CloudWatchLogsClient.class, logs.rooms(caller)).client(),
                new EventLogs(Workspace.of(Path.of(System.getProperty("laguna.home")), folder)),
                (dpu, seconds, isFlexible) -> BigDecimal.ONE,
                "http://127.0.0.1:1/",
                Optional.empty());
    }

    /** Makes a job of a script. */
    public void create(GlueClient glue, String name, String script, Consumer<CreateJobRequest.Builder> more) {
        String key = scripts + "/" + name + ".py";
        s3.putObject(put -> put.bucket(EngineLake.BUCKET).key(key), RequestBody.fromString(script));
        glue.createJob(create -> create.name(name)
                .role("arn:aws:iam::000000000000:role/glue")
                .command(command -> command.name("pythonshell")
                        .pythonVersion("3.9")
                        .scriptLocation("s3://" + EngineLake.BUCKET + "/" + key))
                .applyMutation(more));
    }
}
