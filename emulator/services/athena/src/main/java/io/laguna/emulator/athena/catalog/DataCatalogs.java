package io.laguna.emulator.athena.catalog;

import io.laguna.emulator.athena.request.Constraints;
import io.laguna.emulator.athena.request.Failures;
import io.laguna.emulator.athena.request.NotFound;
import io.laguna.emulator.athena.request.Room;
import io.laguna.emulator.athena.tag.TagRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.athena.model.CreateDataCatalogRequest;
import software.amazon.awssdk.services.athena.model.CreateDataCatalogResponse;
import software.amazon.awssdk.services.athena.model.DataCatalog;
import software.amazon.awssdk.services.athena.model.DataCatalogStatus;
import software.amazon.awssdk.services.athena.model.DataCatalogSummary;
import software.amazon.awssdk.services.athena.model.DataCatalogType;
import software.amazon.awssdk.services.athena.model.DeleteDataCatalogRequest;
import software.amazon.awssdk.services.athena.model.DeleteDataCatalogResponse;
import software.amazon.awssdk.services.athena.model.GetDataCatalogRequest;
import software.amazon.awssdk.services.athena.model.GetDataCatalogResponse;
import software.amazon.awssdk.services.athena.model.ListDataCatalogsRequest;
import software.amazon.awssdk.services.athena.model.ListDataCatalogsResponse;
import software.amazon.awssdk.services.athena.model.UpdateDataCatalogRequest;
import software.amazon.awssdk.services.athena.model.UpdateDataCatalogResponse;

/**
 * The operations on data catalogs, which are names in queries for the places where databases and tables are looked up.
 * Data catalogs of type LAMBDA and HIVE are kept, and nothing is found through them: there is no AWS Lambda here to
 * ask.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_CreateDataCatalog.html">CreateDataCatalog</a>
 */
public final class DataCatalogs extends Room {
    /** The form of a name: "a maximum of 127 alphanumeric, underscore, at sign, or hyphen characters" */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_@-]{1,127}");

    /** The smallest page: "MaxResults: Minimum value of 2." */
    private static final int SMALLEST_PAGE = 2;

    private final Caller caller;
    private final State state;

    public DataCatalogs(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    @Override
    public CreateDataCatalogResponse createDataCatalog(CreateDataCatalogRequest request) {
        new Constraints()
                .present("name", request.name())
                .pattern("name", request.name(), NAME)
                .present("type", request.type())
                .oneOf("type", request.typeAsString(), List.copyOf(DataCatalogType.knownValues()))
                .length("description", request.description(), 1, 1024)
                .parameters("parameters", request.parameters())
                .tags("tags", request.tags())
                .check();
        DataCatalog catalog = Shapes.copy(request, DataCatalog.builder())
                .status(DataCatalogStatus.CREATE_COMPLETE)
                .build();
        checkParameters(catalog.type(), catalog.parameters());
        return state.write(transaction -> {
            if (DataCatalogRecords.isOwn(catalog.name())
                    || !new DataCatalogRecords(transaction).insert(caller, catalog)) {
                throw Failures.invalid("DataCatalog " + catalog.name() + " already exists.");
            }
            new TagRecords(transaction).put(DataCatalogRecords.arn(caller, catalog.name()), request.tags());
            return CreateDataCatalogResponse.builder().dataCatalog(catalog).build();
        });
    }

    /** Returns a data catalog. For {@code AwsDataCatalog} Athena answers here, and only here, that it was not found. */
    @Override
    public GetDataCatalogResponse getDataCatalog(GetDataCatalogRequest request) {
        checkName(request.name());
        DataCatalog catalog = state.read(handle -> new DataCatalogRecords(handle).find(caller, request.name()))
                .filter(found -> !DataCatalogRecords.isOwn(found.name()))
                .orElseThrow(() -> NotFound.dataCatalog(request.name()));
        return GetDataCatalogResponse.builder().dataCatalog(catalog).build();
    }

    @Override
    public UpdateDataCatalogResponse updateDataCatalog(UpdateDataCatalogRequest request) {
        checkName(request.name());
        new Constraints()
                .present("type", request.type())
                .oneOf("type", request.typeAsString(), List.copyOf(DataCatalogType.knownValues()))
                .length("description", request.description(), 1, 1024)
                .parameters("parameters", request.parameters())
                .check();
        checkNotOwn(request.name());
        return state.write(transaction -> {
            DataCatalogRecords catalogs = new DataCatalogRecords(transaction);
            DataCatalog catalog = Shapes.copy(request, catalogs.lock(caller, request.name()).toBuilder())
                    .build();
            checkParameters(catalog.type(), catalog.parameters());
            catalogs.save(caller, catalog);
            return UpdateDataCatalogResponse.builder().build();
        });
    }

    @Override
    public DeleteDataCatalogResponse deleteDataCatalog(DeleteDataCatalogRequest request) {
        checkName(request.name());
        checkNotOwn(request.name());
        return state.write(transaction -> {
            DataCatalogRecords catalogs = new DataCatalogRecords(transaction);
            DataCatalog catalog = catalogs.lock(caller, request.name());
            catalogs.delete(caller, catalog.name());
            new TagRecords(transaction).removeAll(DataCatalogRecords.arn(caller, catalog.name()));
            return DeleteDataCatalogResponse.builder()
                    .dataCatalog(catalog.toBuilder()
                            .status(DataCatalogStatus.DELETE_COMPLETE)
                            .build())
                    .build();
        });
    }

    @Override
    public ListDataCatalogsResponse listDataCatalogs(ListDataCatalogsRequest request) {
        new Constraints()
                .page(request.maxResults(), SMALLEST_PAGE, request.nextToken())
                .optionalWorkGroup("workGroup", request.workGroup())
                .check();
        List<DataCatalog> all = state.read(handle -> new DataCatalogRecords(handle).all(caller));
        Page<DataCatalog> page = Page.ofSorted(
                all,
                DataCatalog::name,
                request.nextToken(),
                Page.size(request.maxResults(), Constraints.LARGEST_PAGE),
                Failures::badToken);
        return ListDataCatalogsResponse.builder()
                .dataCatalogsSummary(page.entries().stream()
                        .map(catalog -> Shapes.copy(catalog, DataCatalogSummary.builder())
                                .catalogName(catalog.name())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static void checkName(String name) {
        new Constraints().text("name", name, 1, 256).check();
    }

    private static void checkNotOwn(String name) {
        if (DataCatalogRecords.isOwn(name)) {
            throw Failures.invalid("DataCatalog " + DataCatalogRecords.AWS_DATA_CATALOG
                    + " is in every account and can neither be changed nor deleted.");
        }
    }

    /**
     * Checks the parameters that each type requires:
     * https://docs.aws.amazon.com/athena/latest/APIReference/API_CreateDataCatalog.html
     */
    private static void checkParameters(DataCatalogType type, Map<String, String> parameters) {
        switch (type) {
            case GLUE -> require(parameters.containsKey("catalog-id"), type, "catalog-id");
            case HIVE -> require(parameters.containsKey("metadata-function"), type, "metadata-function");
            case LAMBDA -> {
                boolean both = parameters.containsKey("metadata-function") && parameters.containsKey("record-function");
                require(
                        both != parameters.containsKey("function"),
                        type,
                        "either function, or both metadata-function and record-function");
            }
            case FEDERATED, UNKNOWN_TO_SDK_VERSION -> throw Failures.invalid("Type " + type
                    + " is not implemented by Laguna: it is a connection of AWS Glue with a Lambda function.");
        }
    }

    private static void require(boolean given, DataCatalogType type, String parameters) {
        if (!given) {
            throw Failures.invalid(
                    "Parameters of a data catalog of type " + type + " have to have " + parameters + ".");
        }
    }
}
