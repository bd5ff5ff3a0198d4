package io.laguna.engines.server;

import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configuration of a Trino, written anew at every start, because the ports change.
 *
 * @see <a href="https://trino.io/docs/current/connector/hive.html">Hive connector</a>
 * @see <a href="https://trino.io/docs/current/connector/iceberg.html">Iceberg connector</a>
 */
final class TrinoFiles {
    /** The lake's own catalog, as Athena calls it. */
    static final String CATALOG = "awsdatacatalog";

    private final Path folder;

    TrinoFiles(Path folder) {
        this.folder = folder;
    }

    Path configuration() {
        return folder.resolve("etc/config.properties");
    }

    /** Returns the folder in which the server keeps what it needs while it runs. */
    Path data() {
        return folder.resolve("data");
    }

    /**
     * Writes all files.
     *
     * @param host the address that it binds
     * @param metastore {@code thrift://127.0.0.1:9083}
     * @param plugin the jars of the connectors
     */
    void write(String host, int port, String metastore, S3Access s3, List<Path> plugin) {
        try {
            Tree.delete(folder);
            Path catalogs = Files.createDirectories(folder.resolve("etc/catalog"));
            Path plugins = Files.createDirectories(folder.resolve("plugin"));
            Path lake = Files.createDirectories(plugins.resolve("lake"));
            for (Path jar : plugin) {
                Files.createSymbolicLink(lake.resolve(jar.getFileName()), jar);
            }
            write(configuration(), server(host, port, plugins, catalogs));
            write(catalogs.resolve(CATALOG + ".properties"), hive(metastore, s3));
            write(catalogs.resolve("iceberg.properties"), iceberg(metastore, s3));
            write(catalogs.resolve("unload.properties"), unload(Files.createDirectories(folder.resolve("unload")), s3));
            write(catalogs.resolve("tpch.properties"), Map.of("connector.name", "tpch"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the configuration of Trino in " + folder, e);
        }
    }

    private static Map<String, String> server(String host, int port, Path plugins, Path catalogs) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("coordinator", "true");
        properties.put("node-scheduler.include-coordinator", "true");
        properties.put("node.internal-address", "127.0.0.1");
        properties.put("node.bind-ip", host);
        properties.put("http-server.http.port", Integer.toString(port));
        properties.put("http-server.log.enabled", "false");
        properties.put("discovery.uri", "http://127.0.0.1:" + port);
        properties.put("plugin.dir", plugins.toString());
        properties.put("catalog.config-dir", catalogs.toString());
        properties.put("query.max-memory-per-node", "1GB");
        properties.put("memory.heap-headroom-per-node", "300MB");
        properties.put("query.max-history", "50");
        properties.put("exchange.experimental.vectorized-serde.enabled", "false");
        // The limit of open partitions is a writer's, and Athena's is a query's.
        properties.put("task.max-writer-count", "1");
        // A client that has died is not waited for.
        properties.put("query.client.timeout", "1m");
        return properties;
    }

    private static Map<String, String> hive(String metastore, S3Access s3) {
        Map<String, String> properties = storage(metastore, s3);
        // Trino's Hive connector with Athena's rules, and a metastore by Thrift.
        properties.put("connector.name", "athena");
        properties.put("hive.iceberg-catalog-name", "iceberg");
        properties.put("hive.partition-projection-enabled", "false");
        properties.put("hive.recursive-directories", "true");
        properties.put("hive.non-managed-table-writes-enabled", "true");
        properties.put("hive.max-partitions-per-writers", "100");
        properties.put("hive.storage-format", "PARQUET");
        properties.put("hive.hive-views.enabled", "true");
        // Views in Hive's words have no owner when Glue's clients make them.
        properties.put("hive.hive-views.run-as-invoker", "true");
        return properties;
    }

    private static Map<String, String> iceberg(String metastore, S3Access s3) {
        Map<String, String> properties = storage(metastore, s3);
        properties.put("connector.name", "iceberg");
        properties.put("fs.s3.enabled", "true");
        properties.put("iceberg.catalog.type", "hive_metastore");
        properties.put("iceberg.hive-catalog-name", "awsdatacatalog");
        properties.put("iceberg.register-table-procedure.enabled", "true");
        // Athena's own, which VACUUM and OPTIMIZE go by.
        properties.put("iceberg.allowed-extra-properties", "*");
        properties.put("iceberg.unique-table-location", "false");
        // Athena's VACUUM keeps what the table's properties say, were it nothing.
        properties.put("iceberg.expire-snapshots.min-retention", "0s");
        properties.put("iceberg.remove-orphan-files.min-retention", "0s");
        return properties;
    }

    /** Returns the catalog with the tables through which UNLOAD writes files: no other client knows of them. */
    private static Map<String, String> unload(Path tables, S3Access s3) {
        Map<String, String> properties = storage(s3);
        properties.put("connector.name", "hive");
        properties.put("hive.metastore", "file");
        properties.put("hive.metastore.catalog.dir", "local:///");
        properties.put("fs.s3.enabled", "true");
        properties.put("fs.local.enabled", "true");
        properties.put("local.location", tables.toString());
        properties.put("hive.non-managed-table-writes-enabled", "true");
        return properties;
    }

    private static Map<String, String> storage(String metastore, S3Access s3) {
        Map<String, String> properties = storage(s3);
        properties.put("hive.metastore.uri", metastore);
        // The metastore takes and gives Glue's names to a client that says that it is "athena".
        properties.put("hive.metastore.thrift.impersonation.enabled", "true");
        return properties;
    }

    /** Returns how files are reached and read; a connector of Trino's own has to be told that S3 is meant. */
    private static Map<String, String> storage(S3Access s3) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("s3.endpoint", s3.endpoint());
        properties.put("s3.path-style-access", "true");
        properties.put("s3.region", "us-east-1");
        properties.put("s3.aws-access-key", "${ENV:LAGUNA_ACCESS_KEY_ID}");
        properties.put("s3.aws-secret-key", "${ENV:LAGUNA_SECRET_ACCESS_KEY}");
        // By default a small file is read whole, and the bytes scanned would not be those of the columns asked for.
        // A file that is not larger than what is read for its footer is read once.
        properties.put("parquet.small-file-threshold", "48kB");
        properties.put("hive.orc.tiny-stripe-threshold", "0B");
        // Until the JVM has compiled them at their highest level, vectors decode many times slower than plain code
        // does.
        properties.put("parquet.experimental.vectorized-decoding.enabled", "false");
        // Readers of Parquet that are older than this encoding of texts are many: Iceberg's in Spark 3.5 is one.
        properties.put("parquet.writer.delta-length-byte-array-encoding-enabled", "false");
        return properties;
    }

    private static void write(Path file, Map<String, String> properties) throws IOException {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(properties).forEach((key, value) -> lines.add(key + "=" + value));
        Files.write(file, lines);
    }
}
