package io.laguna.emulator.athena.catalog;

import io.laguna.emulator.athena.request.Constraints;
import io.laguna.emulator.athena.request.Failures;
import io.laguna.emulator.athena.request.NotFound;
import io.laguna.emulator.athena.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.athena.model.DataCatalog;
import software.amazon.awssdk.services.athena.model.DataCatalogType;
import software.amazon.awssdk.services.athena.model.GetDatabaseRequest;
import software.amazon.awssdk.services.athena.model.GetDatabaseResponse;
import software.amazon.awssdk.services.athena.model.GetTableMetadataRequest;
import software.amazon.awssdk.services.athena.model.GetTableMetadataResponse;
import software.amazon.awssdk.services.athena.model.ListDatabasesRequest;
import software.amazon.awssdk.services.athena.model.ListDatabasesResponse;
import software.amazon.awssdk.services.athena.model.ListTableMetadataRequest;
import software.amazon.awssdk.services.athena.model.ListTableMetadataResponse;
import software.amazon.awssdk.services.athena.model.MetadataException;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.GetDatabasesResponse;
import software.amazon.awssdk.services.glue.model.GetTablesResponse;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.ValidationException;

/**
 * The operations on databases and tables of the data catalogs, as Glue knows them. Pages are Glue's, and so are their
 * tokens.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_GetTableMetadata.html">GetTableMetadata</a>
 */
public final class CatalogMetadata extends Room {
    private final Caller caller;
    private final State state;
    private final GlueClient glue;

    public CatalogMetadata(Caller caller, State state, GlueClient glue) {
        this.caller = caller;
        this.state = state;
        this.glue = glue;
    }

    @Override
    public GetDatabaseResponse getDatabase(GetDatabaseRequest request) {
        database(new Constraints(), request.catalogName(), request.databaseName())
                .optionalWorkGroup("workGroup", request.workGroup())
                .check();
        Optional<String> catalog = glueCatalog(request.catalogName());
        return asked(() -> GetDatabaseResponse.builder()
                .database(MetadataShapes.of(glue.getDatabase(
                                get -> get.catalogId(catalog.orElse(null)).name(request.databaseName()))
                        .database()))
                .build());
    }

    @Override
    public ListDatabasesResponse listDatabases(ListDatabasesRequest request) {
        new Constraints()
                .text("catalogName", request.catalogName(), 1, 256)
                .page(request.maxResults(), 1, request.nextToken())
                .optionalWorkGroup("workGroup", request.workGroup())
                .check();
        Optional<String> catalog = glueCatalog(request.catalogName());
        GetDatabasesResponse page = asked(() -> glue.getDatabases(get -> get.catalogId(catalog.orElse(null))
                .maxResults(Optional.ofNullable(request.maxResults()).orElse(Constraints.LARGEST_PAGE))
                .nextToken(request.nextToken())));
        return ListDatabasesResponse.builder()
                .databaseList(
                        page.databaseList().stream().map(MetadataShapes::of).toList())
                .nextToken(page.nextToken())
                .build();
    }

    @Override
    public GetTableMetadataResponse getTableMetadata(GetTableMetadataRequest request) {
        database(new Constraints(), request.catalogName(), request.databaseName())
                .text("tableName", request.tableName(), 1, 128)
                .optionalWorkGroup("workGroup", request.workGroup())
                .check();
        Optional<String> catalog = glueCatalog(request.catalogName());
        return asked(() -> GetTableMetadataResponse.builder()
                .tableMetadata(MetadataShapes.of(glue.getTable(get -> get.catalogId(catalog.orElse(null))
                                .databaseName(request.databaseName())
                                .name(request.tableName()))
                        .table()))
                .build());
    }

    /** Lists tables. Expression is "a regex filter that pattern-matches table names", as Glue's is. */
    @Override
    public ListTableMetadataResponse listTableMetadata(ListTableMetadataRequest request) {
        database(new Constraints(), request.catalogName(), request.databaseName())
                .length("expression", request.expression(), 0, 256)
                .page(request.maxResults(), 1, request.nextToken())
                .optionalWorkGroup("workGroup", request.workGroup())
                .check();
        Optional<String> catalog = glueCatalog(request.catalogName());
        GetTablesResponse page = asked(() -> glue.getTables(get -> get.catalogId(catalog.orElse(null))
                .databaseName(request.databaseName())
                .expression(request.expression())
                .maxResults(Optional.ofNullable(request.maxResults()).orElse(Constraints.LARGEST_PAGE))
                .nextToken(request.nextToken())));
        return ListTableMetadataResponse.builder()
                .tableMetadataList(
                        page.tableList().stream().map(MetadataShapes::of).toList())
                .nextToken(page.nextToken())
                .build();
    }

    /** Returns Glue's id of a data catalog; empty for the caller's own. */
    private Optional<String> glueCatalog(String name) {
        DataCatalog catalog = state.read(handle -> new DataCatalogRecords(handle).find(caller, name))
                .orElseThrow(() -> NotFound.dataCatalog(name));
        if (catalog.type() != DataCatalogType.GLUE) {
            throw failed("Data catalog " + name + " is of type " + catalog.typeAsString()
                    + ", whose metadata is not implemented by Laguna: there is no AWS Lambda to ask for it.");
        }
        return Optional.ofNullable(catalog.parameters().get("catalog-id"));
    }

    private static Constraints database(Constraints constraints, String catalog, String database) {
        return constraints.text("catalogName", catalog, 1, 256).text("databaseName", database, 1, 128);
    }

    /** Returns Glue's answer; its failures are told in Athena's words. */
    private static <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (InvalidInputException | ValidationException e) {
            throw Failures.invalid(e.getMessage());
        } catch (GlueException e) {
            throw failed(e.getMessage() + " (Service: AmazonDataCatalog; Status Code: 400; Error Code: "
                    + e.getClass().getSimpleName() + ")");
        }
    }

    private static MetadataException failed(String message) {
        return MetadataException.builder().message(message).build();
    }
}
