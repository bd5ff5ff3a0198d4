package io.laguna.emulator.glue;

import io.laguna.emulator.glue.request.Constraints;
import java.util.List;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.DatabaseInput;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/** The declared constraints of the inputs that databases, tables and partitions are made from. */
final class InputConstraints {
    private final Constraints constraints;

    InputConstraints(Constraints constraints) {
        this.constraints = constraints;
    }

    /**
     * Checks a DatabaseInput:
     * https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-databases.html#aws-glue-api-catalog-databases-DatabaseInput
     */
    void database(DatabaseInput input) {
        constraints.present("database", input);
        if (input != null) {
            constraints
                    .name("database.name", input.name())
                    .lines("database.description", input.description(), 2048)
                    .length("database.locationUri", input.locationUri(), 1, 1024)
                    .parameters("database.parameters", input.parameters());
        }
    }

    /**
     * Checks a TableInput:
     * https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-tables.html#aws-glue-api-catalog-tables-TableInput
     */
    void table(TableInput input) {
        constraints.present("table", input);
        if (input != null) {
            constraints
                    .name("table.name", input.name())
                    .lines("table.description", input.description(), 2048)
                    .optionalName("table.owner", input.owner())
                    .range("table.retention", input.retention(), 0, Integer.MAX_VALUE)
                    .length("table.viewOriginalText", input.viewOriginalText(), 0, 409_600)
                    .length("table.viewExpandedText", input.viewExpandedText(), 0, 409_600)
                    .length("table.tableType", input.tableType(), 0, 255)
                    .parameters("table.parameters", input.parameters());
            columns("table.partitionKeys", input.partitionKeys());
            storage("table.storageDescriptor", input.storageDescriptor());
        }
    }

    /**
     * Checks a PartitionInput:
     * https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-partitions.html#aws-glue-api-catalog-partitions-PartitionInput
     */
    void partition(String path, PartitionInput input) {
        constraints.present(path, input);
        if (input != null) {
            values(path + ".values", input.values());
            constraints.parameters(path + ".parameters", input.parameters());
            storage(path + ".storageDescriptor", input.storageDescriptor());
        }
    }

    void values(String path, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            constraints.length(path + "." + (i + 1) + ".member", values.get(i), 0, 1024);
        }
    }

    private void storage(String path, StorageDescriptor storage) {
        if (storage == null) {
            return;
        }
        columns(path + ".columns", storage.columns());
        constraints
                .length(path + ".location", storage.location(), 0, 2056)
                .length(path + ".inputFormat", storage.inputFormat(), 0, 128)
                .length(path + ".outputFormat", storage.outputFormat(), 0, 128)
                .parameters(path + ".parameters", storage.parameters());
        if (storage.serdeInfo() != null) {
            constraints
                    .optionalName(path + ".serdeInfo.name", storage.serdeInfo().name())
                    .optionalName(
                            path + ".serdeInfo.serializationLibrary",
                            storage.serdeInfo().serializationLibrary())
                    .parameters(
                            path + ".serdeInfo.parameters", storage.serdeInfo().parameters());
        }
    }

    private void columns(String path, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            String member = path + "." + (i + 1) + ".member";
            Column column = columns.get(i);
            constraints
                    .name(member + ".name", column.name())
                    .length(member + ".type", column.type(), 0, 131_072)
                    .oneLine(member + ".type", column.type())
                    .length(member + ".comment", column.comment(), 0, 255)
                    .oneLine(member + ".comment", column.comment());
        }
    }
}
