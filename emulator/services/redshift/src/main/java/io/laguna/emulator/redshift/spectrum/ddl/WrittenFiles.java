package io.laguna.emulator.redshift.spectrum.ddl;

import io.laguna.emulator.redshift.load.AllDigits;
import io.laguna.emulator.redshift.session.Scope;
import io.laguna.emulator.redshift.spectrum.engine.FileReader;
import io.laguna.emulator.redshift.spectrum.foreign.DataCatalog;
import io.laguna.emulator.redshift.spectrum.foreign.ExternalSchemas;
import io.laguna.emulator.redshift.spectrum.table.ExternalColumn;
import io.laguna.emulator.redshift.spectrum.table.ExternalTable;
import io.laguna.emulator.redshift.spectrum.table.Folder;
import io.laguna.emulator.redshift.spectrum.type.TypeReader;
import io.laguna.engines.process.Tree;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.statement.Storage;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Answer;
import io.laguna.redshift.wire.order.Order;
import io.laguna.redshift.wire.order.Workbench;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The rows of queries as new files of external tables: CREATE EXTERNAL TABLE AS, and INSERT into an external table.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_INSERT_external_table.html">INSERT (external table)</a>
 */
public record WrittenFiles(DataCatalog catalog, FileReader reader, S3Client s3, Preparation preparation) {
    /** Sees to it that the relations of a query are there. */
    @FunctionalInterface
    public interface Preparation {
        /** Returns the query as the engine reads it. */
        String prepared(String query, Scope scope) throws SqlFailure, IOException;
    }

    /** Writes the rows of a query, and makes the table that has them. */
    String createAs(Statement.CreateExternalTable statement, Target target, Scope scope, Workbench bench)
            throws SqlFailure, IOException {
        String query = preparation.prepared(statement.query().orElseThrow().text(), scope);
        List<ExternalColumn> columns = types(query, bench);
        List<ExternalColumn> keys = new ArrayList<>();
        for (var partition : statement.partitions()) {
            ExternalColumn key = columns.stream()
                    .filter(column -> column.name().equals(partition.name()))
                    .findFirst()
                    .orElseThrow(() -> new SqlFailure(
                            "42703", "Partition column \"" + partition.name() + "\" is not in the query"));
            keys.add(key);
        }
        List<ExternalColumn> own =
                columns.stream().filter(each -> !keys.contains(each)).toList();
        List<ExternalColumn> ordered = new ArrayList<>(own);
        ordered.addAll(keys);
        Storage storage = statement.storage();
        TableInput plain = new ExternalTableInput(target.table(), own, keys, storage).input();
        ExternalTable table = ExternalTable.of(Table.builder()
                .databaseName(target.schema().database())
                .name(target.table())
                .storageDescriptor(plain.storageDescriptor())
                .partitionKeys(plain.partitionKeys())
                .parameters(plain.parameters())
                .build());
        checkNew(target, scope);
        String selected = "SELECT "
                + String.join(
                        ", ",
                        ordered.stream()
                                .map(column -> "\"" + column.name() + "\"")
                                .toList())
                + " FROM (" + query + ") AS q";
        Written written = write(selected, table, bench);
        Map<String, String> parameters = new HashMap<>(plain.parameters());
        parameters.put("numRows", Long.toString(written.rows()));
        Created created = catalog.call(scope, target.schema().role(), glue -> {
            try {
                glue.createTable(request -> request.databaseName(target.schema().database())
                        .tableInput(plain.copy(input -> input.parameters(parameters))));
                return Created.NEW;
            } catch (AlreadyExistsException e) {
                return Created.THERE;
            } catch (EntityNotFoundException e) {
                return Created.NO_DATABASE;
            }
        });
        created.check(target);
        addPartitions(written, target, plain.storageDescriptor(), scope);
        return "CREATE EXTERNAL TABLE";
    }

    private void checkNew(Target target, Scope scope) throws SqlFailure {
        if (catalog.table(scope, target.schema(), target.table()).isPresent()) {
            Created.THERE.check(target);
        }
    }

    /** Returns how INSERT into an external table is carried out. */
    public Order insertion(String query, QualifiedName name, ExternalSchemas schemas, Scope scope) {
        return (Answer) bench -> {
            Blocks.refuse("INSERT into an external table", bench);
            return insert(query, Target.of(name, schemas, scope, bench), scope, bench);
        };
    }

    /** Writes the rows of a query into new files of a table. */
    String insert(String query, Target target, Scope scope, Workbench bench) throws SqlFailure, IOException {
        Table found = target.in(catalog, scope);
        ExternalTable table = ExternalTable.of(found);
        String prepared = preparation.prepared(query, scope);
        int width = types(prepared, bench).size();
        if (width != table.all().size()) {
            throw new SqlFailure(
                    "42601",
                    "INSERT has " + (width > table.all().size() ? "more" : "less")
                            + " expressions than the external table has columns");
        }
        Written written = write(prepared, table, bench);
        addPartitions(written, target, found.storageDescriptor(), scope);
        return "INSERT 0 " + written.rows();
    }

    private void addPartitions(Written written, Target target, StorageDescriptor storage, Scope scope)
            throws SqlFailure {
        for (List<String> values : written.partitions().keySet()) {
            var unused = catalog.call(scope, target.schema().role(), glue -> {
                try {
                    return Optional.of(glue.createPartition(
                            request -> request.databaseName(target.schema().database())
                                    .tableName(target.table())
                                    .partitionInput(input -> input.values(values)
                                            .storageDescriptor(storage.copy(changed -> changed.location(
                                                    written.partitions().get(values)))))));
                } catch (AlreadyExistsException e) {
                    return Optional.empty();
                }
            });
        }
    }

    /**
     * Files that are in S3.
     *
     * @param partitions their folders by the values of the partition keys
     */
    private record Written(long rows, Map<List<String>, String> partitions) {}

    private Written write(String query, ExternalTable table, Workbench bench) throws SqlFailure, IOException {
        Files.createDirectories(reader.files());
        Path folder = Files.createTempDirectory(reader.files(), "write");
        try {
            Path rows = folder.resolve("rows.csv");
            String tag;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(rows))) {
                tag = AllDigits.copyOut(bench, "COPY (" + query + ") TO STDOUT (FORMAT csv)", out);
            }
            Path files = new RowFiles(reader, table).write(rows, folder.resolve("files"));
            long count = Long.parseLong(tag.substring(tag.lastIndexOf(' ') + 1));
            return new Written(count, put(files, table));
        } finally {
            Tree.delete(folder);
        }
    }

    private Map<List<String>, String> put(Path files, ExternalTable table) throws SqlFailure, IOException {
        Folder location = Folder.of(table.location())
                .orElseThrow(() -> new SqlFailure("XX000", "The location is not in Amazon S3: " + table.location()));
        Map<List<String>, String> partitions = new HashMap<>();
        String name = RowFiles.name();
        int part = 0;
        List<Path> written;
        try (Stream<Path> all = Files.walk(files)) {
            written = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : written) {
            Path within = files.relativize(file);
            String folder = within.getNameCount() > 1 ? within.getParent() + "/" : "";
            String ending = file.getFileName().toString().replaceFirst("^[^.]*", "");
            String key = location.prefix() + folder + name + "_part_" + "%02d".formatted(part++) + ending;
            s3.putObject(request -> request.bucket(location.bucket()).key(key), file);
            if (!folder.isEmpty()) {
                partitions.put(
                        RowFiles.values(within.getParent()),
                        location.in(within.getParent().toString()).toString());
            }
        }
        return partitions;
    }

    /** Returns the columns of a query as the Data Catalog would name their types. */
    private static List<ExternalColumn> types(String query, Workbench bench) throws SqlFailure, IOException {
        String table = "laguna_external_" + bench.processId();
        bench.execute("CREATE TEMP TABLE " + table + " AS SELECT * FROM (" + query + ") AS q WITH NO DATA");
        try {
            List<ExternalColumn> columns = new ArrayList<>();
            for (List<Optional<String>> row : bench.query("SELECT attname, pg_catalog.format_type(atttypid, atttypmod)"
                    + " FROM pg_catalog.pg_attribute WHERE attrelid = 'pg_temp." + table
                    + "'::regclass AND attnum > 0 ORDER BY attnum")) {
                columns.add(new ExternalColumn(
                        row.get(0).orElseThrow(),
                        TypeReader.of(external(row.get(1).orElseThrow()))));
            }
            return columns;
        } finally {
            bench.execute("DROP TABLE pg_temp." + table);
        }
    }

    /** Returns the type of an external column for one of the engine's. */
    private static String external(String type) {
        return switch (type) {
            case "text", "character varying" -> "varchar(65535)";
            case "bytea" -> "varbyte";
            case "numeric" -> "decimal(38,10)";
            default -> type;
        };
    }
}
