package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.Buckets;
import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.ColumnDefinition;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.FileFormat;
import io.laguna.emulator.athena.ddl.model.Location;
import io.laguna.emulator.athena.ddl.model.RowFormat;
import io.laguna.emulator.athena.ddl.model.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/** The statement {@code CREATE EXTERNAL TABLE}: https://docs.aws.amazon.com/athena/latest/ug/create-table.html */
public record CreateExternalTable(
        TableName table,
        boolean ifNotExists,
        List<ColumnDefinition> columns,
        List<ColumnDefinition> partitionKeys,
        Optional<Buckets> buckets,
        FileFormat.Storage storage,
        RowFormat rowFormat,
        Location location,
        Optional<String> comment,
        Map<String, String> properties)
        implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        try {
            catalog.glue().createTable(request -> request.databaseName(table.databaseIn(catalog))
                    .tableInput(input()));
        } catch (AlreadyExistsException e) {
            if (!ifNotExists) {
                throw Failures.tableExists(table.name());
            }
        } catch (EntityNotFoundException e) {
            throw Failures.noDatabase(table.databaseIn(catalog));
        }
        return Answer.NOTHING;
    }

    /** Returns the table as Athena writes it into the Data Catalog. */
    public TableInput input() {
        return TableInput.builder()
                .name(table.name())
                .owner("hadoop")
                .retention(0)
                .tableType("EXTERNAL_TABLE")
                .storageDescriptor(descriptor())
                .partitionKeys(
                        partitionKeys.stream().map(ColumnDefinition::glue).toList())
                .parameters(parameters())
                .build();
    }

    private StorageDescriptor descriptor() {
        return StorageDescriptor.builder()
                .columns(columns.stream().map(ColumnDefinition::glue).toList())
                .location(location.text())
                .inputFormat(storage.input())
                .outputFormat(storage.output())
                .compressed(false)
                .numberOfBuckets(buckets.map(Buckets::number).orElse(-1))
                .bucketColumns(buckets.map(Buckets::columns).orElse(List.of()))
                .sortColumns(buckets.map(Buckets::order).orElse(List.of()))
                .serdeInfo(serde())
                .parameters(Map.of())
                .storedAsSubDirectories(false)
                .build();
    }

    private SerDeInfo serde() {
        Map<String, String> parameters = new HashMap<>(rowFormat.parameters());
        parameters.putIfAbsent(RowFormat.SERIALIZATION, "1");
        // The same tests have the indentation of a schema, which means nothing, as single blanks.
        parameters.computeIfPresent(RowFormat.AVRO_SCHEMA, (key, schema) -> schema.replaceAll("[ \\t]+", " "));
        return SerDeInfo.builder()
                .serializationLibrary(rowFormat.serde().or(storage::serde).orElse(FileFormat.LAZY_SIMPLE))
                .parameters(parameters)
                .build();
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>(properties);
        // PyAthena's tests show it: "The AWS API seems to return comments with squashed whitespace and line breaks."
        comment.ifPresent(text -> parameters.put("comment", text.replaceAll("\\s+", " ")));
        parameters.put("EXTERNAL", "TRUE");
        parameters.put(CatalogTable.LAST_DDL, CatalogTable.now());
        return parameters;
    }
}
