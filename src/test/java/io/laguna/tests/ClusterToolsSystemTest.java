package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.lake.Lake;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.emulator.lake.LakeKeys;
import io.laguna.emulator.lake.LakePorts;
import io.laguna.emulator.lake.LakeSettings;
import io.laguna.engines.driver.Command;
import io.laguna.engines.driver.DriverSettings;
import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.JobEnvironment;
import io.laguna.engines.driver.Run;
import io.laguna.engines.driver.RunOutcome;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of the programs that a step of a cluster finds on its path, on a lake. */
@Tag("slow")
class ClusterToolsSystemTest {
    @TempDir
    private static Path folder;

    private static Lake lake;
    private static Drivers drivers;
    private static S3Client s3;

    @BeforeAll
    static void aLakeWithABucket() {
        Workspace workspace = Workspace.of(LagunaCommand.home(), folder);
        lake = Lake.start(workspace, LakeSettings.open(LakePorts.free()), (engine, elapsed) -> {});
        LakeKeys keys = LakeKeys.of(workspace.state());
        String endpoint = lake.addresses().endpoint();
        drivers = new Drivers(
                workspace, keys.s3Access(endpoint), lake.addresses().metastore(), new DriverSettings("1g", 0, 2));
        s3 = LakeClients.of(endpoint, workspace.state()).s3();
        s3.createBucket(request -> request.bucket("tools"));
    }

    @AfterAll
    static void close() {
        s3.close();
        drivers.close();
        lake.close();
    }

    @Test
    void hadoopFsWorksOnHdfsAndS3() {
        put("fs/greeting.txt", "hello\n");

        Ended ended = bash("set -e; hadoop fs -mkdir -p hdfs:///a; hadoop fs -cp s3://tools/fs/greeting.txt hdfs:///a/;"
                + " hadoop fs -put \"$0\" own; hadoop fs -mv own /a/own; hdfs dfs -ls hdfs:///a;"
                + " hadoop fs -cat 'hdfs:///a/gr*'; hadoop fs -rm -r /a; hadoop fs -ls / s3://tools/fs/");

        assertThat(ended.outcome).as(ended.error).isInstanceOf(RunOutcome.Succeeded.class);
        assertThat(ended.output)
                .contains(
                        "hdfs:///a/greeting.txt",
                        "hdfs:///a/own",
                        "hello\n",
                        "Deleted /a",
                        "s3://tools/fs/greeting.txt")
                .contains(" /user\n");
        assertThat(run("hadoop", "fs", "-cat", "hdfs:///nothing").outcome).isInstanceOf(RunOutcome.Failed.class);
        assertThat(run("hadoop", "distcp", "a", "b").error).contains("a doesn't exist");
    }

    @Test
    void s3DistCpConcatenatesFromS3ToHdfsAndBack() {
        for (int hour = 10; hour < 14; hour++) {
            put("logs/2026-01-0" + hour % 2 + "-" + hour + ".log", hour + "\n");
        }

        Ended ended = bash("s3-dist-cp --src s3://tools/logs/ --dest hdfs:///days --groupBy '.*/(\\d+-\\d+-\\d+)-.*'"
                + " && s3-dist-cp --src=hdfs:///days --dest=s3://tools/days --outputCodec=gz --deleteOnSuccess"
                + " && hadoop fs -ls -R hdfs:///days && hadoop fs -text s3://tools/days/2026-01-01.gz");

        assertThat(ended.outcome).as(ended.error).isInstanceOf(RunOutcome.Succeeded.class);
        assertThat(ended.output).isEqualTo("11\n13\n");
        assertThat(run("s3-dist-cp", "--src", "s3://tools/nothing", "--dest", "hdfs:///x").outcome)
                .isInstanceOfSatisfying(RunOutcome.Failed.class, failed -> assertThat(failed.exitCode())
                        .isEqualTo(1));
    }

    @Test
    void sparkSqlRunsStatementsOnTheCatalog() {
        put("script.sql", "SELECT name, n + ${more} FROM words ORDER BY n;\n-- the end;\n");

        Ended made = run(
                "spark-sql",
                "--master",
                "yarn",
                "-e",
                "CREATE TABLE words USING parquet AS SELECT 'a;b' AS name, 1 AS n UNION ALL SELECT NULL, 2");
        assertThat(made.outcome).as(made.error).isInstanceOf(RunOutcome.Succeeded.class);

        Ended read = run("spark-sql", "-d", "more=1", "-f", "s3://tools/script.sql");
        assertThat(read.output).isEqualTo("a;b\t2\nNULL\t3\n");

        Ended wrong = run("spark-sql", "-e", "SELECT 1;\nSELEKT 2");
        assertThat(wrong.output).isEqualTo("1\n");
        assertThat(wrong.error).contains("PARSE_SYNTAX_ERROR").contains("line 1, pos 0");
        assertThat(wrong.outcome)
                .isInstanceOfSatisfying(RunOutcome.Failed.class, failed -> assertThat(failed.exitCode())
                        .isEqualTo(1));
    }

    @Test
    void sparkExampleAndSparkSubmitInAScript() {
        assertThat(run("spark-example", "SparkPi", "3").output).contains("Pi is roughly 3.1");
        assertThat(run("spark-example", "SparkTea").error).contains("SparkPi, JavaSparkPi, JavaWordCount");

        put("words.txt", "to be or not to be");
        Ended ended = bash("spark-submit --deploy-mode cluster --driver-memory 640m --conf spark.app.name=w"
                + " --class org.apache.spark.examples.JavaWordCount /usr/lib/spark/examples/jars/spark-examples.jar"
                + " s3://tools/words.txt; exit $?");
        assertThat(ended.outcome).as(ended.error).isInstanceOf(RunOutcome.Succeeded.class);
        assertThat(ended.output).contains("to: 2", "not: 1");
    }

    @Test
    void awsS3IsBuiltInWhereTheCommandLineIsNotInstalled() throws IOException {
        put("old/keep.txt", "kept");
        String withoutAws = path(withoutAws().toString());

        Ended ended = bash(withoutAws + "set -e; mkdir in; echo 1 >in/a.csv; echo 2 >in/b.txt; aws s3 mb s3://built;"
                + " aws s3 cp in s3://built/in --recursive --exclude '*' --include '*.csv';"
                + " echo hi | aws s3 cp - s3://built/stdin; aws s3 cp s3://built/stdin -;"
                + " aws s3 sync in s3://built/in; aws s3 sync in s3://built/in;"
                + " aws s3 sync s3://built/in out --dryrun; aws s3 cp s3://tools/old/keep.txt . --quiet;"
                + " aws s3 mv s3://built/in/a.csv s3://built/moved.csv; aws s3 rm s3://built/in/ --recursive;"
                + " aws s3 ls s3://built/; cat keep.txt");

        assertThat(ended.outcome).as(ended.error).isInstanceOf(RunOutcome.Succeeded.class);
        assertThat(ended.output
                        .lines()
                        .map(line -> line.replaceFirst("^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "T")))
                .containsExactly(
                        "make_bucket: built",
                        "upload: in/a.csv to s3://built/in/a.csv",
                        "hi",
                        "upload: in/b.txt to s3://built/in/b.txt",
                        "(dryrun) download: s3://built/in/a.csv to out/a.csv",
                        "(dryrun) download: s3://built/in/b.txt to out/b.txt",
                        "move: s3://built/in/a.csv to s3://built/moved.csv",
                        "delete: s3://built/in/b.txt",
                        "T          2 moved.csv",
                        "T          3 stdin",
                        "kept");
        assertThat(bash(withoutAws + "aws glue get-tables").outcome)
                .isInstanceOfSatisfying(RunOutcome.Failed.class, failed -> assertThat(failed.exitCode())
                        .isEqualTo(252));
        assertThat(bash(withoutAws + "aws s3 cp s3://tools/nothing .").error)
                .contains("download failed: s3://tools/nothing");
    }

    @Test
    void anInstalledAwsCommandLineGoesFirst() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Path aws = Files.writeString(own.resolve("aws"), "#!/bin/sh\necho \"real $*\"\n");
        Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(bash(path(own + ":/usr/bin:/bin") + "aws s3 ls").output)
                .isEqualTo("real --endpoint-url " + lake.addresses().endpoint() + " s3 ls\n");
    }

    /** Returns the beginning of a script that has Laguna's commands and the programs of some folders, and no others. */
    private static String path(String folders) {
        return "export PATH=" + LagunaCommand.home().resolve("engines/spark/bin") + ":" + folders + "; ";
    }

    /** Returns a folder with the programs that scripts need, but without aws, which may be beside them. */
    private static Path withoutAws() throws IOException {
        Path commands = Files.createDirectories(folder.resolve("commands"));
        for (String name : List.of("sh", "bash", "cat", "dirname", "mkdir", "readlink")) {
            Path link = commands.resolve(name);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, Path.of("/bin", name));
            }
        }
        return commands;
    }

    private record Ended(RunOutcome outcome, String output, String error) {}

    private static Ended bash(String script) {
        return run("bash", "-c", script, "/etc/hostname");
    }

    /** Runs words on a cluster with an HDFS of its own, in a working folder of its own. */
    private static Ended run(String... words) {
        Path step = folder.resolve(UUID.randomUUID().toString());
        JobEnvironment environment =
                new JobEnvironment(Optional.of(folder.resolve("hdfs")), Map.of(), Map.of(), Map.of());
        Run run = drivers.run(
                new Command(words[0], List.of(words), environment, step.resolve("work")), step.resolve("logs"));
        try {
            return new Ended(
                    run.await(),
                    Files.readString(run.output(), StandardCharsets.UTF_8),
                    Files.readString(run.error(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            run.stop();
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void put(String key, String content) {
        s3.putObject(request -> request.bucket("tools").key(key), RequestBody.fromString(content));
    }
}
