package io.laguna.emulator.edge;

import io.laguna.emulator.kit.Caller;
import java.util.List;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CreateDatabaseRequest;
import software.amazon.awssdk.services.glue.model.CreateDatabaseResponse;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetDatabasesRequest;
import software.amazon.awssdk.services.glue.model.GetDatabasesResponse;

/** A catalog of one database, which tells who asks for it. */
final class OneDatabase implements GlueClient {
    static final String BROKEN = "broken";

    private final Caller caller;

    OneDatabase(Caller caller) {
        this.caller = caller;
    }

    @Override
    public GetDatabasesResponse getDatabases(GetDatabasesRequest request) {
        if (BROKEN.equals(request.nextToken())) {
            throw new IllegalStateException("broken on purpose");
        }
        Database database = Database.builder()
                .name("covid")
                .locationUri(caller.arn("glue", "database/covid"))
                .build();
        return GetDatabasesResponse.builder().databaseList(List.of(database)).build();
    }

    @Override
    public CreateDatabaseResponse createDatabase(CreateDatabaseRequest request) {
        throw EntityNotFoundException.builder()
                .message("There is no room for "
                        + request.databaseInput().description().length())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
