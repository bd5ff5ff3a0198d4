package io.laguna.emulator.athena.catalog;

import io.laguna.emulator.athena.request.NotFound;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.athena.model.DataCatalog;
import software.amazon.awssdk.services.athena.model.DataCatalogStatus;
import software.amazon.awssdk.services.athena.model.DataCatalogType;

/** The data catalogs in the state, over one connection to it, and the one that every caller has without a row. */
public final class DataCatalogRecords {
    /** The name of the caller's own Glue Data Catalog, which is valid in any case, as in a query. */
    static final String AWS_DATA_CATALOG = "AwsDataCatalog";

    private static final DataCatalog OWN = DataCatalog.builder()
            .name(AWS_DATA_CATALOG)
            .type(DataCatalogType.GLUE)
            .status(DataCatalogStatus.CREATE_COMPLETE)
            .build();

    private final Handle handle;

    public DataCatalogRecords(Handle handle) {
        this.handle = handle;
    }

    static String arn(Caller caller, String name) {
        return caller.arn("athena", "datacatalog/" + name);
    }

    static boolean isOwn(String name) {
        return name.equalsIgnoreCase(AWS_DATA_CATALOG);
    }

    public Optional<DataCatalog> find(Caller caller, String name) {
        return isOwn(name) ? Optional.of(OWN) : find(caller, name, "");
    }

    /**
     * Returns a data catalog that was created. Nobody else changes it before the end of the transaction.
     *
     * @throws software.amazon.awssdk.services.athena.model.InvalidRequestException when there is none
     */
    DataCatalog lock(Caller caller, String name) {
        return find(caller, name, " for update").orElseThrow(() -> NotFound.dataCatalog(name));
    }

    /** Returns {@code AwsDataCatalog} and the data catalogs that were created, ordered by their names. */
    List<DataCatalog> all(Caller caller) {
        Stream<DataCatalog> created = handle
                .select(
                        "select definition from athena_data_catalog where account = ? and region = ?",
                        caller.accountId(),
                        caller.region())
                .map((row, context) -> ShapeJson.read(row.getString("definition"), DataCatalog.builder()))
                .list()
                .stream();
        return Stream.concat(Stream.of(OWN), created)
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** Adds a data catalog unless there is one of that name, and tells whether it was added. */
    boolean insert(Caller caller, DataCatalog catalog) {
        return handle.execute(
                        "insert into athena_data_catalog (account, region, name, definition) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        caller.accountId(),
                        caller.region(),
                        catalog.name(),
                        ShapeJson.write(catalog))
                == 1;
    }

    void save(Caller caller, DataCatalog catalog) {
        handle.execute(
                "update athena_data_catalog set definition = ? where account = ? and region = ? and name = ?",
                ShapeJson.write(catalog),
                caller.accountId(),
                caller.region(),
                catalog.name());
    }

    void delete(Caller caller, String name) {
        handle.execute(
                "delete from athena_data_catalog where account = ? and region = ? and name = ?",
                caller.accountId(),
                caller.region(),
                name);
    }

    private Optional<DataCatalog> find(Caller caller, String name, String lock) {
        return handle.select(
                        "select definition from athena_data_catalog where account = ? and region = ? and name = ?"
                                + lock,
                        caller.accountId(),
                        caller.region(),
                        name)
                .map((row, context) -> ShapeJson.read(row.getString("definition"), DataCatalog.builder()))
                .findOne();
    }
}
