package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.tests.LagunaCommand.Result;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.emr.model.Instance;
import software.amazon.awssdk.services.emr.model.InstanceGroup;
import software.amazon.awssdk.services.emr.model.InstanceGroupType;
import software.amazon.awssdk.services.emr.model.InstanceState;
import software.amazon.awssdk.services.emr.model.StepState;

/**
 * Tests of the Docker cluster: what runs on it, and what becomes of that when parts of the cluster die. All tests have
 * one cluster, in this order.
 */
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterSystemTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Path folder;
    private ComposeCluster docker;
    private StepsOnCluster steps;
    private YarnRest yarn;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        docker = ComposeCluster.up(folder);
        steps = StepsOnCluster.start(docker, 2);
        yarn = new YarnRest(docker.resourceManager());
    }

    @AfterAll
    void stop() {
        if (steps != null) {
            steps.close();
        }
        if (docker != null) {
            docker.close();
        }
    }

    @Test
    @Order(0)
    void lagunaWritesAsTheOwnerOfTheZonesAndWithoutCapabilities() throws IOException {
        Path zones = folder.resolve("zones");

        try (Stream<Path> buckets = Files.list(zones)) {
            assertThat(buckets).isNotEmpty().allSatisfy(bucket -> assertThat(Files.getOwner(bucket))
                    .isEqualTo(Files.getOwner(zones)));
        }
        assertThat(docker.execute(
                        "laguna", "bash", "-c", "grep ^CapEff /proc/$(tr -d ' ' </proc/1/task/1/children)/status"))
                .contains("0000000000000000");
    }

    @Test
    @Order(0)
    void theImageHasWhatJobsOfEmrNameByItsPath() {
        assertThat(docker.execute(
                        "laguna",
                        "bash",
                        "-c",
                        "test -r /usr/lib/spark/examples/jars/spark-examples.jar && python3 -c 'print(6 * 7)'"))
                .isEqualTo("42\n");
    }

    @Test
    @Order(0)
    void everyPublishedPortIsOnLoopback() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();

        assertThat(docker.publishedPorts()).hasSize(9).allSatisfy(port -> {
            assertThat(answers(InetAddress.getLoopbackAddress(), port)).isTrue();
            assertThat(others).noneMatch(address -> answers(address, port));
        });
    }

    @Test
    @Order(1)
    void aStepIsAnApplicationInTheQueueOfItsCluster() {
        String client = steps.sql("client", "CREATE TABLE pairs AS SELECT id, id % 2 AS part FROM range(1000)");
        String shell = steps.add("bash", "-c", "spark-example SparkPi 4 && hadoop fs -put /etc/hostname hdfs:///there");
        steps.awaitCompleted(client);
        steps.awaitCompleted(shell);
        String cluster = steps.sql("cluster", "INSERT INTO pairs SELECT id, id % 2 FROM range(500)");
        steps.awaitCompleted(cluster);

        List<JsonNode> applications = yarn.applications(steps.id());
        assertThat(applications)
                .hasSize(3)
                .allMatch(app -> app.path("finalStatus").asText().equals("SUCCEEDED"));
        assertThat(yarn.queues())
                .anyMatch(queue -> queue.path("queueName").asText().equals(steps.id())
                        && queue.path("weight").asDouble() == 2);
        assertThat(docker.execute("namenode", "hdfs", "dfs", "-cat", "/there")).isEqualTo("laguna\n");
        assertThat(steps.log(cluster, "stderr")).contains("(state: FINISHED)");
        String driver = applications.get(2).path("id").asText();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(steps.containerLogs(driver))
                .anyMatch(key -> key.endsWith("_000001/stderr.gz")));
    }

    @Test
    @Order(2)
    void instancesAreTheContainersThatThereAre() {
        List<InstanceGroup> groups = steps.emr()
                .listInstanceGroups(list -> list.clusterId(steps.id()))
                .instanceGroups();
        List<Instance> workers = steps.emr()
                .listInstances(list -> list.clusterId(steps.id()).instanceGroupTypes(InstanceGroupType.CORE))
                .instances();

        assertThat(groups).anySatisfy(group -> {
            assertThat(group.instanceGroupType()).isEqualTo(InstanceGroupType.CORE);
            assertThat(group.runningInstanceCount()).isEqualTo(2);
        });
        assertThat(workers)
                .extracting(Instance::privateDnsName)
                .containsExactlyInAnyOrderElementsOf(docker.containers("nodemanager").stream()
                        .map(id -> docker.inspect(id, "{{.Config.Hostname}}"))
                        .toList());
    }

    @Test
    @Order(3)
    void aFailureOnTheClusterSaysWhyAndACancelledStepIsKilledThere() {
        String failing = steps.sql("cluster", "SELECT * FROM nowhere");
        assertThat(steps.awaitFailure(failing))
                .contains("TABLE_OR_VIEW_NOT_FOUND")
                .contains("nowhere");
        String endless = steps.sql("cluster", StepsOnCluster.sleeping(400, 5_000));
        awaitRunning(1);

        steps.emr().cancelSteps(cancel -> cancel.clusterId(steps.id()).stepIds(endless));

        steps.awaitState(endless, StepState.CANCELLED);
        assertThat(yarn.applications(steps.id()))
                .filteredOn(app -> app.path("finalStatus").asText().equals("KILLED"))
                .hasSize(1);
        assertThat(yarn.applications(steps.id()))
                .noneMatch(app -> app.path("state").asText().equals("RUNNING"));
    }

    @Test
    @Order(4)
    void thePipelineAndASubmitByHandMakeTheSameAsEmbedded() throws IOException {
        Path embedded = Files.createDirectories(folder.resolve("embedded"));
        succeed(new LagunaCommand(embedded).run("demo", "--rows", "5000"));
        succeed(new LagunaCommand(folder.resolve("caller"), credentials())
                .run("run", "covid", "--profile", docker.profile().toString(), "--rows", "5000"));

        ZoneComparison.assertSame(embedded, docker.folder());
        docker.execute(
                "laguna",
                "spark-submit",
                "--master",
                "yarn",
                "--class",
                "io.laguna.apps.covid.BuildMarts",
                "s3://code/apps.jar",
                "--raw",
                "s3://raw/",
                "--trusted",
                "s3://trusted/",
                "--refined",
                "s3://refined/");
        ZoneComparison.assertSame(embedded, docker.folder());
    }

    @Test
    @Order(5)
    void aJobCompletesThoughANodeManagerDies() {
        String job = steps.sql("client", "CREATE TABLE slept AS " + StepsOnCluster.sleeping(60, 2_000));
        await().atMost(PATIENCE)
                .until(() -> yarn.nodes().stream()
                                .filter(node -> node.path("numContainers").asInt() > 0)
                                .count()
                        == 2);
        String victim = docker.containers("nodemanager").get(0);

        Commands.check(Map.of(), "docker", "kill", victim);

        steps.awaitCompleted(job);
        assertThat(count("slept")).isEqualTo(60);
        await().atMost(PATIENCE).until(() -> yarn.nodes().stream()
                .anyMatch(node -> node.path("state").asText().equals("LOST")));
        assertThat(steps.emr()
                        .listInstances(list -> list.clusterId(steps.id()).instanceStates(InstanceState.TERMINATED))
                        .instances())
                .hasSize(1);
        docker.upAgain();
    }

    @Test
    @Order(6)
    void aJobWaitsForAMetastoreThatDiesAndGoesOn() {
        String job = steps.sql("client", "CREATE TABLE waited AS " + StepsOnCluster.sleeping(20, 2_000));
        await().atMost(PATIENCE).until(() -> yarn.nodes().stream()
                .anyMatch(node -> node.path("numContainers").asInt() > 1));

        Commands.check(
                Map.of(), "docker", "kill", docker.containers("metastore").get(0));
        await().during(Duration.ofSeconds(30))
                .atMost(PATIENCE)
                .until(() -> steps.step(job).status().state() == StepState.RUNNING);
        docker.upAgain();

        steps.awaitCompleted(job);
        assertThat(count("waited")).isEqualTo(20);
    }

    @Test
    @Order(7)
    void aDriverOnTheClusterIsFollowedThroughARestartOfLaguna() {
        String followed = steps.sql("cluster", "CREATE TABLE followed AS " + StepsOnCluster.sleeping(30, 2_000));
        // Its driver first: the executors of the other would leave no node with room for it.
        awaitRunning(1);
        String beside = steps.sql("client", StepsOnCluster.sleeping(200, 2_000));
        awaitRunning(2);

        Commands.check(Map.of(), "docker", "kill", docker.containers("laguna").get(0));
        docker.upAgain();

        assertThat(steps.awaitFailure(beside)).contains("Laguna ended");
        steps.awaitCompleted(followed);
        assertThat(count("followed")).isEqualTo(30);
        assertThat(steps.log(followed, "controller")).contains("follows the application");
    }

    @Test
    @Order(8)
    void aFullQuotaOfHdfsIsTheReasonOfAFailure() {
        docker.execute("namenode", "hdfs", "dfs", "-mkdir", "-p", "/full");
        docker.execute("namenode", "hdfs", "dfsadmin", "-setSpaceQuota", "1m", "/full");

        String job = steps.sql(
                "client", "INSERT OVERWRITE DIRECTORY 'hdfs:///full/rows' USING parquet SELECT * FROM range(1000000)");

        assertThat(steps.awaitFailure(job)).contains("DSQuotaExceededException").contains("/full");
    }

    @Test
    @Order(9)
    void aTableOfAthenasIsSparksTooAndAQueryWaitsForATrinoThatDies() {
        try (QueriesOnCluster queries = QueriesOnCluster.of(docker)) {
            queries.rows(queries.start("CREATE TABLE nations AS SELECT * FROM tpch.tiny.nation"));
            String sql = "SELECT regionkey, count(*) FROM nations GROUP BY regionkey ORDER BY regionkey";
            List<List<String>> nations = queries.rows(queries.start(sql));
            assertThat(nations).hasSize(5).allMatch(region -> region.get(1).equals("5"));
            assertThat(count("nations")).isEqualTo(25);

            Commands.check(
                    Map.of(), "docker", "kill", docker.containers("trino").get(0));
            String query = queries.start(sql);
            await().during(Duration.ofSeconds(5)).atMost(PATIENCE).until(() -> queries.isAtWork(query));
            docker.upAgain();

            assertThat(queries.rows(query)).isEqualTo(nations);
        }
    }

    @Test
    @Order(10)
    void nothingIsLostWithOneOfTwoDataNodes() {
        docker.execute("namenode", "bash", "-c", "head -c 3000000 /dev/urandom | hdfs dfs -put - /kept");
        String sum = docker.execute("namenode", "bash", "-c", "hdfs dfs -cat /kept | sha256sum");
        assertThat(docker.execute("namenode", "hdfs", "fsck", "/kept", "-files", "-blocks"))
                .contains("repl=2");

        Commands.check(Map.of(), "docker", "stop", docker.containers("datanode").get(0));

        assertThat(docker.execute("namenode", "bash", "-c", "hdfs dfs -cat /kept | sha256sum"))
                .isEqualTo(sum);
        docker.upAgain();
        docker.awaitHealthy("datanode");
    }

    @Test
    @Order(11)
    void everythingIsStillThereAfterDownAndUp() {
        String sum = docker.execute("namenode", "bash", "-c", "hdfs dfs -cat /kept | sha256sum");
        steps.s3().putObject(put -> put.bucket("code").key("note"), RequestBody.fromString("kept"));

        docker.compose("down");
        docker.upAgain();

        assertThat(docker.execute("namenode", "bash", "-c", "hdfs dfs -cat /kept | sha256sum"))
                .isEqualTo(sum);
        assertThat(steps.s3()
                        .getObjectAsBytes(get -> get.bucket("code").key("note"))
                        .asUtf8String())
                .isEqualTo("kept");
        assertThat(count("followed")).isEqualTo(30);
        assertThat(yarn.queues())
                .anyMatch(queue -> queue.path("queueName").asText().equals(steps.id()));
        steps.terminate();
        assertThat(yarn.queues())
                .noneMatch(queue -> queue.path("queueName").asText().equals(steps.id()));
    }

    @Test
    @Order(12)
    void nothingIsLeftAfterDownWithVolumes() {
        docker.compose("down", "-v");

        assertThat(docker.leftovers()).isEmpty();
    }

    /** Waits until so many applications of the cluster run at once. */
    private void awaitRunning(int applications) {
        await().atMost(PATIENCE)
                .until(() -> yarn.applications(steps.id()).stream()
                                .filter(app -> app.path("state").asText().equals("RUNNING"))
                                .count()
                        == applications);
    }

    /** Returns the rows of a table, by a job of its own. */
    private int count(String table) {
        String job = steps.add("spark-sql", "-e", "SELECT count(*) FROM " + table);
        steps.awaitCompleted(job);
        return Integer.parseInt(steps.log(job, "stdout").strip());
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Map<String, String> credentials() {
        return Map.of("AWS_ACCESS_KEY_ID", "laguna", "AWS_SECRET_ACCESS_KEY", "laguna");
    }

    private static void succeed(Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
    }
}
