package io.laguna.emulator.glue;

import io.laguna.emulator.glue.event.CatalogEvents;
import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.glue.request.TagRules;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.CreateDatabaseRequest;
import software.amazon.awssdk.services.glue.model.CreateDatabaseResponse;
import software.amazon.awssdk.services.glue.model.DataLakePrincipal;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.DatabaseInput;
import software.amazon.awssdk.services.glue.model.DeleteDatabaseRequest;
import software.amazon.awssdk.services.glue.model.DeleteDatabaseResponse;
import software.amazon.awssdk.services.glue.model.GetDatabaseRequest;
import software.amazon.awssdk.services.glue.model.GetDatabaseResponse;
import software.amazon.awssdk.services.glue.model.GetDatabasesRequest;
import software.amazon.awssdk.services.glue.model.GetDatabasesResponse;
import software.amazon.awssdk.services.glue.model.Permission;
import software.amazon.awssdk.services.glue.model.PrincipalPermissions;
import software.amazon.awssdk.services.glue.model.UpdateDatabaseRequest;
import software.amazon.awssdk.services.glue.model.UpdateDatabaseResponse;

/** The operations on databases: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-databases.html */
final class Databases extends Room {
    private static final int PAGE = 100;
    private static final String ALWAYS_THERE = "default";
    /** The permissions of a database whose creator gave none. */
    private static final PrincipalPermissions EVERYBODY = PrincipalPermissions.builder()
            .principal(DataLakePrincipal.builder()
                    .dataLakePrincipalIdentifier("IAM_ALLOWED_PRINCIPALS")
                    .build())
            .permissions(Permission.ALL)
            .build();

    private final Account account;
    private final DatabaseRecords databases;
    private final CatalogEvents events;

    Databases(Account account, DatabaseRecords databases, CatalogEvents events) {
        this.account = account;
        this.databases = databases;
        this.events = events;
    }

    @Override
    public CreateDatabaseResponse createDatabase(CreateDatabaseRequest request) {
        account.check(request);
        DatabaseInput input = checked(request.databaseInput());
        TagRules.check(request.tags());
        databases.create(
                input.hasCreateTableDefaultPermissions()
                        ? input
                        : input.copy(change -> change.createTableDefaultPermissions(EVERYBODY)),
                request.tags());
        events.database(account.caller(), input.name(), "CreateDatabase", List.of());
        return CreateDatabaseResponse.builder().build();
    }

    @Override
    public GetDatabaseResponse getDatabase(GetDatabaseRequest request) {
        account.check(request);
        String name = name("name", request.name());
        return GetDatabaseResponse.builder()
                .database(shown(databases.get(name)))
                .build();
    }

    @Override
    public GetDatabasesResponse getDatabases(GetDatabasesRequest request) {
        account.check(request);
        new Constraints().range("maxResults", request.maxResults(), 1, PAGE).check();
        int size = Optional.ofNullable(request.maxResults()).orElse(PAGE);
        Page<String> page = databases.names().page(request.nextToken(), size);
        return GetDatabasesResponse.builder()
                .databaseList(databases.records(page.entries()).stream()
                        .map(this::shown)
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public UpdateDatabaseResponse updateDatabase(UpdateDatabaseRequest request) {
        account.check(request);
        String name = name("name", request.name());
        DatabaseInput input = checked(request.databaseInput());
        if (!input.name().equals(name)) {
            throw Failures.invalid("A database cannot be renamed: " + name + " to " + input.name() + ".");
        }
        databases.update(name, input);
        events.database(account.caller(), name, "UpdateDatabase", List.of());
        return UpdateDatabaseResponse.builder().build();
    }

    @Override
    public DeleteDatabaseResponse deleteDatabase(DeleteDatabaseRequest request) {
        account.check(request);
        String name = name("name", request.name());
        if (name.equals(ALWAYS_THERE)) {
            throw Failures.invalid("The database default belongs to the Hive Metastore and cannot be deleted.");
        }
        databases.delete(name);
        events.database(account.caller(), name, "DeleteDatabase", List.of());
        return DeleteDatabaseResponse.builder().build();
    }

    private static String name(String path, String name) {
        new Constraints().name(path, name).check();
        return HiveName.folded(name);
    }

    private static DatabaseInput checked(DatabaseInput input) {
        Constraints constraints = new Constraints();
        new InputConstraints(constraints).database(input);
        constraints.check();
        return input.copy(change -> change.name(HiveName.folded(input.name())));
    }

    private Database shown(DatabaseRecord database) {
        DatabaseInput definition = database.definition();
        Database.Builder shown = Shapes.copy(definition, Database.builder());
        if (!definition.hasCreateTableDefaultPermissions()) {
            shown.createTableDefaultPermissions(List.of(EVERYBODY));
        }
        return shown.createTime(database.revision()
                        .map(Revision::entityCreated)
                        .map(Instant::toEpochMilli)
                        .map(Instant::ofEpochMilli)
                        .orElse(null))
                .catalogId(account.id())
                .build();
    }
}
