package io.laguna.tests;

import static io.laguna.tests.IcebergClient.file;
import static io.laguna.tests.IcebergClient.values;
import static io.laguna.tests.SystemLake.keep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.laguna.engines.driver.RunOutcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.ConcurrentModificationException;

/**
 * Tests of Iceberg, which keeps the pointer to a table's metadata in Glue: a commit is an UpdateTable that must see its
 * VersionId.
 */
@Tag("slow")
@ExtendWith(SharedLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IcebergSystemTest {
    private static final String DATABASE = "ice";
    private static final Schema SCHEMA = new Schema(
            Types.NestedField.required(1, "id", Types.LongType.get()),
            Types.NestedField.optional(2, "name", Types.StringType.get()));

    /** The settings for many writers, which wait for each other longer than Iceberg's defaults allow. */
    private static final Map<String, String> PATIENT = Map.of(
            "commit.retry.num-retries", "100",
            "commit.retry.min-wait-ms", "20",
            "commit.retry.max-wait-ms", "500",
            "write.format.default", "avro");

    private final SystemLake lake;
    private IcebergClient iceberg;
    private Path jar;

    IcebergSystemTest(SharedLake.Running running) {
        this.lake = running.lake();
    }

    @BeforeAll
    void openTheCatalog(@TempDir Path folder) throws IOException {
        jar = jar(folder, lake.applications());
        lake.s3().createBucket(request -> request.bucket(DATABASE));
        iceberg = new IcebergClient(lake, "s3://" + DATABASE + "/warehouse");
        iceberg.namespaces().createNamespace(Namespace.of(DATABASE));
    }

    @AfterAll
    void closeTheCatalog() throws IOException {
        iceberg.close();
    }

    @Test
    void aTableIsCreatedCommittedEvolvedAndReadAsItWas() {
        TableIdentifier name = TableIdentifier.of(DATABASE, "evolving");
        Table table = iceberg.catalog().createTable(name, SCHEMA);
        table.newAppend().appendFile(file(table, List.of(row(1, "uno")))).commit();
        long first = table.currentSnapshot().snapshotId();

        table.updateSchema()
                .renameColumn("name", "called")
                .addColumn("price", Types.IntegerType.get())
                .commit();
        Table later = iceberg.catalog().loadTable(name);
        later.newAppend()
                .appendFile(file(later, List.of(Map.of("id", 2L, "called", "dos", "price", 7))))
                .commit();

        Table now = iceberg.catalog().loadTable(name);
        assertThat(values(now, "id")).containsExactlyInAnyOrder(1L, 2L);
        assertThat(values(now, "called")).containsExactlyInAnyOrder("uno", "dos");
        assertThat(values(now, "price")).containsExactlyInAnyOrder(null, 7);
        assertThat(values(IcebergGenerics.read(now).useSnapshot(first), "id")).containsExactly(1L);
        assertThat(now.snapshots()).hasSize(2);
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> iceberg.catalog().createTable(name, SCHEMA));
        software.amazon.awssdk.services.glue.model.Table glue = glue("evolving");
        assertThat(glue.parameters())
                .containsEntry("table_type", "ICEBERG")
                .containsEntry("metadata_location", metadata(now).metadataFileLocation())
                .containsKey("previous_metadata_location");
        assertThat(glue.tableType()).isEqualTo("EXTERNAL_TABLE");
        assertThat(glue.storageDescriptor().columns()).extracting(Column::name).startsWith("id", "called", "price");
        assertThat(glue.storageDescriptor().location()).isEqualTo(now.location());
    }

    @Test
    void aTableIsRenamedAndDropped() {
        TableIdentifier name = TableIdentifier.of(DATABASE, "before");
        TableIdentifier renamed = TableIdentifier.of(DATABASE, "after");
        Table table = iceberg.catalog().createTable(name, SCHEMA);
        table.newAppend().appendFile(file(table, List.of(row(1, "uno")))).commit();

        iceberg.catalog().renameTable(name, renamed);

        assertThat(iceberg.catalog().tableExists(name)).isFalse();
        assertThat(values(iceberg.catalog().loadTable(renamed), "id")).containsExactly(1L);
        assertThat(iceberg.catalog().dropTable(renamed, true)).isTrue();
        assertThat(iceberg.catalog().listTables(Namespace.of(DATABASE))).doesNotContain(name, renamed);
    }

    @Test
    void theSecondOfTwoCommitsOnOneStateIsRefusedAndItsRetryLosesNothing() {
        TableIdentifier name = TableIdentifier.of(DATABASE, "contested");
        iceberg.catalog().createTable(name, SCHEMA);
        Table one = iceberg.catalog().loadTable(name);
        Table other = iceberg.catalog().loadTable(name);
        TableOperations stale = ((HasTableOperations) other).operations();
        TableMetadata seen = stale.current();
        String versionSeen = glue("contested").versionId();

        one.newAppend().appendFile(file(one, List.of(row(1, "one")))).commit();

        assertThatExceptionOfType(CommitFailedException.class)
                .isThrownBy(() -> stale.commit(
                        seen,
                        TableMetadata.buildFrom(seen)
                                .setProperties(Map.of("by", "other"))
                                .build()));
        assertThatExceptionOfType(ConcurrentModificationException.class)
                .isThrownBy(() -> lake.glue().updateTable(request -> request.databaseName(DATABASE)
                        .versionId(versionSeen)
                        .tableInput(input -> input.name("contested").parameters(Map.of("metadata_location", "lost")))));
        other.newAppend().appendFile(file(other, List.of(row(2, "other")))).commit();
        Table now = iceberg.catalog().loadTable(name);
        assertThat(values(now, "name")).containsExactlyInAnyOrder("one", "other");
        assertThat(now.properties()).doesNotContainKey("by");
    }

    @Test
    void manyCommittersLoseNothing() throws InterruptedException, ExecutionException {
        TableIdentifier name = TableIdentifier.of(DATABASE, "crowded");
        iceberg.catalog().buildTable(name, SCHEMA).withProperties(PATIENT).create();
        int writers = 4;
        int appends = 5;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<?>> ends = IntStream.range(0, writers)
                .<Future<?>>mapToObj(writer -> threads.submit(() -> {
                    Table table = iceberg.catalog().loadTable(name);
                    for (long append = 0; append < appends; append++) {
                        long id = writer * 100L + append;
                        table.newAppend()
                                .appendFile(file(table, List.of(row(id, "writer " + writer))))
                                .commit();
                    }
                }))
                .toList();
        for (Future<?> end : ends) {
            end.get();
        }
        threads.shutdown();

        Table table = iceberg.catalog().loadTable(name);
        assertThat(table.snapshots()).hasSize(writers * appends);
        assertThat(values(table, "id"))
                .containsExactlyInAnyOrderElementsOf(LongStream.range(0, writers)
                        .flatMap(writer -> LongStream.range(0, appends).map(append -> writer * 100 + append))
                        .<Object>mapToObj(id -> id)
                        .toList());
    }

    @Test
    void sparkAndTheJavaClientWriteOneTableAtOnce() throws IOException {
        TableIdentifier name = TableIdentifier.of(DATABASE, "shared");
        iceberg.catalog().buildTable(name, SCHEMA).withProperties(PATIENT).create();
        List<String> inserts = LongStream.range(0, 8)
                .mapToObj(id -> "INSERT INTO lake.ice.shared VALUES (" + id + ", 'spark')")
                .toList();
        CompletableFuture<RunOutcome> spark = CompletableFuture.supplyAsync(() -> spark("insert", inserts));
        await().atMost(1, TimeUnit.MINUTES).until(() -> snapshots(name) > 0 || spark.isDone());
        Table table = iceberg.catalog().loadTable(name);
        List<Long> ids = new ArrayList<>();
        while (!spark.isDone()) {
            long id = 100L + ids.size();
            table.newAppend().appendFile(file(table, List.of(row(id, "java")))).commit();
            ids.add(id);
        }

        assertThat(spark.join()).isInstanceOf(RunOutcome.Succeeded.class);
        assertThat(ids).isNotEmpty();
        LongStream.range(0, 8).forEach(ids::add);
        assertThat(values(iceberg.catalog().loadTable(name), "id"))
                .containsExactlyInAnyOrderElementsOf(new ArrayList<Object>(ids));

        long before = iceberg.catalog().loadTable(name).currentSnapshot().snapshotId();
        assertThat(spark(
                        "evolve",
                        List.of(
                                "ALTER TABLE lake.ice.shared ADD COLUMN price INT",
                                "INSERT INTO lake.ice.shared VALUES (1000, 'spark', 7)",
                                keep("now", "SELECT count(*) AS rows, max(price) AS price FROM lake.ice.shared"),
                                keep("then", "SELECT count(*) AS rows FROM lake.ice.shared VERSION AS OF " + before),
                                "CREATE TABLE lake.ice.parquet USING iceberg AS SELECT * FROM lake.ice.shared",
                                keep("parquet", "SELECT count(*) AS rows FROM lake.ice.parquet"))))
                .isInstanceOf(RunOutcome.Succeeded.class);
        assertThat(lake.kept("now")).containsExactly("{\"rows\":" + (ids.size() + 1) + ",\"price\":7}");
        assertThat(lake.kept("then")).containsExactly("{\"rows\":" + ids.size() + "}");
        assertThat(lake.kept("parquet")).containsExactly("{\"rows\":" + (ids.size() + 1) + "}");
        assertThat(iceberg.catalog().loadTable(name).schema().findField("price"))
                .isNotNull();
        assertThat(glue("shared").storageDescriptor().columns())
                .extracting(Column::name)
                .contains("price");
    }

    /** Runs a Spark job whose catalog {@code lake} is Iceberg's GlueCatalog, from jars that the job brings. */
    private RunOutcome spark(String job, List<String> statements) {
        List<String> script = new ArrayList<>();
        Map.of(
                        "", "org.apache.iceberg.spark.SparkCatalog",
                        ".catalog-impl", "org.apache.iceberg.aws.glue.GlueCatalog",
                        ".io-impl", "org.apache.iceberg.aws.s3.S3FileIO",
                        ".warehouse", "s3://" + DATABASE + "/warehouse",
                        ".glue.endpoint", lake.endpoint(),
                        ".s3.endpoint", lake.endpoint(),
                        ".s3.path-style-access", "true",
                        ".client.region", "us-east-1")
                .forEach((property, value) ->
                        script.add("SET `spark.sql.catalog.lake" + property + "`=`" + value + "`"));
        script.addAll(statements);
        return lake.outcome(
                job,
                jar,
                script,
                Map.of(
                        "AWS_ACCESS_KEY_ID", lake.keys().own().accessKeyId(),
                        "AWS_SECRET_ACCESS_KEY", lake.keys().own().secretAccessKey()));
    }

    /** Makes an empty jar whose manifest names RunSql's jar and Iceberg's. */
    private static Path jar(Path folder, Path applications) throws IOException {
        String iceberg = Files.readString(LagunaCommand.home().resolve("src/test/iceberg/target/classpath"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Stream.concat(
                                        Stream.of(applications),
                                        Pattern.compile(File.pathSeparator)
                                                .splitAsStream(iceberg.strip())
                                                .map(Path::of))
                                .map(file -> file.toUri().toString())
                                .collect(Collectors.joining(" ")));
        Path jar = folder.resolve("run-sql-with-iceberg.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    private int snapshots(TableIdentifier name) {
        return metadata(iceberg.catalog().loadTable(name)).snapshots().size();
    }

    private static TableMetadata metadata(Table table) {
        return ((HasTableOperations) table).operations().current();
    }

    private software.amazon.awssdk.services.glue.model.Table glue(String name) {
        return lake.glue()
                .getTable(request -> request.databaseName(DATABASE).name(name))
                .table();
    }

    private static Map<String, Object> row(long id, String name) {
        return Map.of("id", id, "name", name);
    }
}
