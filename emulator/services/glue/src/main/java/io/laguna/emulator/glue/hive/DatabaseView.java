package io.laguna.emulator.glue.hive;

import io.trino.hive.thrift.metastore.Database;
import io.trino.hive.thrift.metastore.PrincipalType;
import software.amazon.awssdk.services.glue.model.DatabaseInput;

/** The translation of databases between Glue and Hive. */
public final class DatabaseView {
    private DatabaseView() {}

    public static Database toHive(DatabaseInput input) {
        Database database = new Database();
        database.setName(HiveName.of(input.name()));
        database.setDescription(input.description());
        Location.of(input.locationUri()).ifPresent(database::setLocationUri);
        database.setParameters(StorageView.withoutNulls(input.parameters()));
        database.setOwnerType(PrincipalType.USER);
        return database;
    }

    public static DatabaseInput fromHive(Database database) {
        return DatabaseInput.builder()
                .name(HiveName.inGlue(database.getName()))
                .description(database.getDescription())
                .locationUri(database.getLocationUri())
                .parameters(Pointer.removedFrom(StorageView.withoutNulls(database.getParameters())))
                .build();
    }
}
