package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetDatabaseRequest;
import software.amazon.awssdk.services.glue.model.GetDatabaseResponse;
import software.amazon.awssdk.services.glue.model.GetDatabasesRequest;
import software.amazon.awssdk.services.glue.model.GetDatabasesResponse;
import software.amazon.awssdk.services.glue.model.GetTableRequest;
import software.amazon.awssdk.services.glue.model.GetTableResponse;
import software.amazon.awssdk.services.glue.model.GetTablesRequest;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.lakeformation.LakeFormationClient;
import software.amazon.awssdk.services.lakeformation.model.GetWorkUnitResultsRequest;
import software.amazon.awssdk.services.lakeformation.model.GetWorkUnitResultsResponse;

class RoomsTest {
    private static final ServiceDescription GLUE = ServiceDescription.reflect(GlueClient.class);

    /** The part that every room of this test shares. */
    abstract static class GlueRoom implements GlueClient {
        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            throw new AssertionError("Nobody closes a room");
        }
    }

    static class Databases extends GlueRoom {
        @Override
        public GetDatabaseResponse getDatabase(GetDatabaseRequest request) {
            if (request.name().equals("none")) {
                throw EntityNotFoundException.builder()
                        .message("Database none not found.")
                        .build();
            }
            return GetDatabaseResponse.builder()
                    .database(Database.builder().name(request.name()).build())
                    .build();
        }

        @Override
        public GetDatabasesResponse getDatabases(GetDatabasesRequest request) {
            boolean isFirst = request.nextToken() == null;
            return GetDatabasesResponse.builder()
                    .databaseList(Database.builder().name(isFirst ? "a" : "b").build())
                    .nextToken(isFirst ? "1" : null)
                    .build();
        }

        GetTableResponse getTable(String notAnOperation) {
            throw new AssertionError(notAnOperation);
        }
    }

    static final class MoreDatabases extends Databases {
        @Override
        public GetDatabaseResponse getDatabase(GetDatabaseRequest request) {
            return GetDatabaseResponse.builder()
                    .database(Database.builder().name("more").build())
                    .build();
        }
    }

    static final class Tables extends GlueRoom {
        @Override
        public GetTableResponse getTable(GetTableRequest request) {
            return GetTableResponse.builder()
                    .table(Table.builder().name(request.name()).build())
                    .build();
        }
    }

    static final class WorkUnits implements LakeFormationClient {
        @Override
        public <T> T getWorkUnitResults(
                GetWorkUnitResultsRequest request, ResponseTransformer<GetWorkUnitResultsResponse, T> transformer) {
            try {
                return transformer.transform(
                        GetWorkUnitResultsResponse.builder().build(),
                        AbortableInputStream.create(new ByteArrayInputStream(new byte[] {1, 2})));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private final Rooms<GlueClient> rooms = Rooms.of(GlueClient.class, List.of(new Databases(), new Tables()));

    @Test
    void aServiceIsTheUnionOfItsRooms() {
        assertThat(rooms.operations()).containsExactly("GetDatabase", "GetDatabases", "GetTable");
        assertThat(rooms.call(
                        GLUE.operations().get("GetTable"),
                        GetTableRequest.builder().name("t").build()))
                .contains(GetTableResponse.builder()
                        .table(Table.builder().name("t").build())
                        .build());
    }

    @Test
    void whatNoRoomClaimsIsAnsweredByNone() {
        assertThat(rooms.call(
                        GLUE.operations().get("GetTables"),
                        GetTablesRequest.builder().build()))
                .isEmpty();
        assertThatThrownBy(() ->
                        rooms.client().getTables(GetTablesRequest.builder().build()))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void twoRoomsThatClaimOneOperationAreAnErrorThatNamesThem() {
        assertThatThrownBy(() -> Rooms.of(GlueClient.class, List.of(new Databases(), new Tables(), new Tables())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("getTable")
                .hasMessageContaining("Tables");
    }

    @Test
    void aRoomsSubclassIsOneRoomWithIt() {
        Rooms<GlueClient> more = Rooms.of(GlueClient.class, List.of(new MoreDatabases()));

        assertThat(more.operations()).containsExactly("GetDatabase", "GetDatabases");
        assertThat(more.client().getDatabase(each -> each.name("d")).database().name())
                .isEqualTo("more");
    }

    @Test
    void whatARoomThrowsPassesThrough() {
        GetDatabaseRequest request = GetDatabaseRequest.builder().name("none").build();
        assertThatThrownBy(() -> rooms.call(GLUE.operations().get("GetDatabase"), request))
                .isExactlyInstanceOf(EntityNotFoundException.class)
                .hasMessage("Database none not found.");
        assertThatThrownBy(() -> rooms.client().getDatabase(request))
                .isExactlyInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void theServiceAsOneClientHasOverloadsAndPaginators() {
        GlueClient client = rooms.client();

        assertThat(client.getTable(each -> each.name("t")).table().name()).isEqualTo("t");
        assertThat(client.getDatabasesPaginator(each -> {}).stream().flatMap(page -> page.databaseList().stream()))
                .extracting(Database::name)
                .containsExactly("a", "b");
        assertThat(client.serviceName()).isEqualTo("glue");
        assertThat(client).isNotEqualTo(rooms.client()).hasToString("rooms of GlueClient");
        assertThat(Set.of(client)).contains(client);
        client.close();
        assertThat(client.getTable(each -> each.name("t")).table().name()).isEqualTo("t");
    }

    @Test
    void aStreamedBodyComesWithItsResponse() {
        Operation operation = ServiceDescription.reflect(LakeFormationClient.class)
                .operations()
                .get("GetWorkUnitResults");
        Rooms<LakeFormationClient> lake = Rooms.of(LakeFormationClient.class, List.of(new WorkUnits()));

        StreamedResponse response = (StreamedResponse)
                lake.call(operation, GetWorkUnitResultsRequest.builder().build())
                        .orElseThrow();

        assertThat(lake.operations()).containsExactly("GetWorkUnitResults");
        assertThat(response.body()).hasBinaryContent(new byte[] {1, 2});
        ResponseBytes<?> bytes = lake.client()
                .getWorkUnitResults(GetWorkUnitResultsRequest.builder().build(), ResponseTransformer.toBytes());
        assertThat(bytes.asByteArray()).containsExactly(1, 2);
    }

    /** Rooms know methods, an index knows the wire's names. */
    @Test
    void aMethodsNameIsTheWiresNameInLowerCaseAtTheStart() {
        for (Class<? extends SdkClient> client : Services.ALL) {
            for (Operation operation :
                    ServiceDescription.reflect(client).operations().values()) {
                assertThat(Rooms.wireName(operation.methodName())).isEqualTo(operation.name());
            }
        }
    }
}
