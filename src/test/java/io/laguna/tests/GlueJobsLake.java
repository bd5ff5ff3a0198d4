package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A lake with the scripts of Glue's jobs, and what they need, in a bucket. */
record GlueJobsLake(SystemLake lake) {
    static final String BUCKET = "glue-jobs";

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Set<JobRunState> ON_THE_WAY =
            Set.of(JobRunState.STARTING, JobRunState.RUNNING, JobRunState.STOPPING, JobRunState.WAITING);

    /** Fills the bucket. */
    void fill() throws IOException {
        lake.s3().createBucket(create -> create.bucket(BUCKET));
        connect();
        lake.put(BUCKET, "lib/colours.py", "def colour():\n    return 'red'\n");
        lake.put(BUCKET, "in/rows.json", "{\"n\": 1}\n{\"n\": 2}\n");
        lake.put(BUCKET, "lib/settings.json", "{\"a\": 1}");
        put(
                "lib/shapes.zip",
                zipped(texts(
                        Map.of("shapes/__init__.py", "", "shapes/flat.py", "def shape():\n    return 'square'\n"))));
        byte[] wheel = wheel("metres", "NAME = 'metre'\n");
        put("lib/metres-1.0-py3-none-any.whl", wheel);
        put(
                "lib/all.gluewheels.zip",
                zipped(Map.of(
                        "wheels/requirements.txt", "litres==1.0\n".getBytes(StandardCharsets.UTF_8),
                        "wheels/metres-1.0-py3-none-any.whl", wheel,
                        "wheels/litres-1.0-py3-none-any.whl", wheel("litres", "NAME = 'litre'\n"))));
    }

    private static byte[] wheel(String name, String code) throws IOException {
        String about = name + "-1.0.dist-info/";
        return zipped(texts(Map.of(
                name + "/__init__.py",
                code,
                about + "METADATA",
                "Metadata-Version: 2.1\nName: " + name + "\nVersion: 1.0\n",
                about + "WHEEL",
                "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
                about + "RECORD",
                name + "/__init__.py,,\n" + about + "METADATA,,\n" + about + "WHEEL,,\n" + about + "RECORD,,\n")));
    }

    /** Makes a connection to the lake's MySQL source, whose login is a secret. */
    private void connect() {
        try (SecretsManagerClient secrets = lake.client(SecretsManagerClient.builder())) {
            secrets.createSecret(create -> create.name(BUCKET)
                    .secretString("{\"username\": \"covid_reader\", \"password\": \"covid_reader\"}"));
        }
        lake.glue()
                .createConnection(create -> create.connectionInput(input -> input.name(BUCKET)
                        .connectionType("JDBC")
                        .connectionPropertiesWithStrings(Map.of(
                                "JDBC_CONNECTION_URL", lake.addresses().mysql() + "/covid", "SECRET_ID", BUCKET))));
    }

    /** Makes a script's job and starts a run; returns the run's id. */
    String start(GlueScript script) {
        lake.s3()
                .putObject(
                        put -> put.bucket(BUCKET).key("jobs/" + script.fileName()),
                        RequestBody.fromFile(script.file()));
        lake.glue().createJob(create -> create.name(script.name())
                .role("arn:aws:iam::000000000000:role/glue")
                .glueVersion(script.one("version", "5.1"))
                .command(command -> command.name(script.one("command", "glueetl"))
                        .pythonVersion("3")
                        .scriptLocation("s3://" + BUCKET + "/jobs/" + script.fileName())));
        return lake.glue()
                .startJobRun(start -> start.jobName(script.name()).arguments(script.arguments()))
                .jobRunId();
    }

    /** Waits for the end of a run, and checks that it is the one that the script tells of. */
    void check(GlueScript script, String id) {
        JobRun run = await(script.name())
                .atMost(PATIENCE)
                .until(
                        () -> lake.glue()
                                .getJobRun(get -> get.jobName(script.name()).runId(id))
                                .jobRun(),
                        last -> !ON_THE_WAY.contains(last.jobRunState()));
        assertThat(run.jobRunStateAsString())
                .as(script.name() + ": " + run.errorMessage())
                .isEqualTo(script.one("state", "SUCCEEDED"));
        script.all("message")
                .forEach(message ->
                        assertThat(run.errorMessage()).as(script.name()).startsWith(message));
        script.all("prints")
                .forEach(
                        line -> assertThat(log(run, "output")).as(script.name()).contains(line));
        script.all("log")
                .forEach(line -> assertThat(log(run, "error")).as(script.name()).contains(line));
    }

    private String log(JobRun run, String kind) {
        boolean named = run.glueVersion().startsWith("5") && run.logGroupName().equals("/aws-glue/jobs");
        try (CloudWatchLogsClient logs = lake.client(CloudWatchLogsClient.builder())) {
            return logs
                    .getLogEvents(get -> get.logGroupName(run.logGroupName() + "/" + kind)
                            .logStreamName(named ? run.id() + "-driver" : run.id())
                            .startFromHead(true))
                    .events()
                    .stream()
                    .map(OutputLogEvent::message)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static Map<String, byte[]> texts(Map<String, String> files) {
        return files.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, file -> file.getValue()
                .getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] zipped(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private void put(String key, byte[] bytes) {
        lake.s3().putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
    }
}
