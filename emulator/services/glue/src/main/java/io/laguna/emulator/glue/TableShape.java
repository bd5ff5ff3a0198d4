package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.kit.shape.Shapes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** A table as Glue answers it. */
record TableShape(Account account) {
    Table of(TableRecord table) {
        return of(table, table.revision(), table.definition());
    }

    /** Returns one of a table's versions. */
    Table of(TableRecord table, Revision version) {
        return of(table, version, TableRecords.definition(version));
    }

    private Table of(TableRecord table, Revision version, TableInput definition) {
        return Shapes.copy(definition, Table.builder())
                .databaseName(HiveName.inGlue(table.hive().getDbName()))
                .retention(Optional.ofNullable(definition.retention()).orElse(0))
                .parameters(inOrderOfAws(definition))
                .storageDescriptor(Optional.ofNullable(definition.storageDescriptor())
                        .map(TableShape::withDefaults)
                        .orElse(null))
                .createTime(Instant.ofEpochSecond(table.hive().getCreateTime()))
                .updateTime(Instant.ofEpochMilli(version.writtenAt().toEpochMilli()))
                .isRegisteredWithLakeFormation(false)
                .catalogId(account.id())
                .versionId(Long.toString(version.version()))
                .build();
    }

    /**
     * Returns the parameters in the order in which AWS answers them, that of a hash map of Java's: the tests of AWS SDK
     * for pandas expect a statement that its clients make of them.
     */
    private static Map<String, String> inOrderOfAws(TableInput definition) {
        return definition.hasParameters() ? new HashMap<>(definition.parameters()) : definition.parameters();
    }

    /** Returns a storage descriptor whose missing numbers and flags are zero and false. */
    static StorageDescriptor withDefaults(StorageDescriptor storage) {
        return storage.copy(change -> change.compressed(
                        Optional.ofNullable(storage.compressed()).orElse(false))
                .numberOfBuckets(Optional.ofNullable(storage.numberOfBuckets()).orElse(0))
                .storedAsSubDirectories(
                        Optional.ofNullable(storage.storedAsSubDirectories()).orElse(false)));
    }
}
