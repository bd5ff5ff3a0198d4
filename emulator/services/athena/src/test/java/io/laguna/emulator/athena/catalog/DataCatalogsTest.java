package io.laguna.emulator.athena.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.athena.CatalogLake;
import io.laguna.emulator.athena.TestAthena;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.DataCatalog;
import software.amazon.awssdk.services.athena.model.DataCatalogSummary;
import software.amazon.awssdk.services.athena.model.DataCatalogType;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.ListDataCatalogsResponse;

@ExtendWith(CatalogLake.class)
class DataCatalogsTest {
    private static final String FUNCTION = "arn:aws:lambda:eu-west-1:123456789012:function:f";

    private final TestAthena athena;
    private final AthenaClient client;

    DataCatalogsTest(CatalogLake.Running lake) {
        this.athena = new TestAthena(lake);
        this.client = athena.client;
    }

    @Test
    void aCatalogComesBackAsItWasGiven() {
        client.createDataCatalog(request -> request.name("lake")
                .type(DataCatalogType.GLUE)
                .description("the other one")
                .parameters(Map.of("catalog-id", "123456789012")));

        DataCatalog catalog = get("lake");

        assertThat(catalog.type()).isEqualTo(DataCatalogType.GLUE);
        assertThat(catalog.description()).isEqualTo("the other one");
        assertThat(catalog.parameters()).isEqualTo(Map.of("catalog-id", "123456789012"));
        refused(() -> create("lake", DataCatalogType.GLUE, Map.of("catalog-id", "1")))
                .hasMessage("DataCatalog lake already exists.");
    }

    @Test
    void anUpdateReplacesTheParameters() {
        create("changed", DataCatalogType.HIVE, Map.of("metadata-function", FUNCTION, "sdk-version", "1.0"));

        client.updateDataCatalog(request -> request.name("changed")
                .type(DataCatalogType.HIVE)
                .parameters(Map.of("metadata-function", FUNCTION + "2")));

        assertThat(get("changed").parameters()).isEqualTo(Map.of("metadata-function", FUNCTION + "2"));
    }

    @Test
    void awsDataCatalogIsAlwaysListedAndCannotBeTouched() {
        assertThat(client.listDataCatalogs(request -> {}).dataCatalogsSummary())
                .extracting(DataCatalogSummary::catalogName)
                .containsExactly("AwsDataCatalog");

        for (Runnable call : List.<Runnable>of(
                () -> create("AwsDataCatalog", DataCatalogType.GLUE, Map.of("catalog-id", "1")),
                () -> client.updateDataCatalog(
                        request -> request.name("AwsDataCatalog").type(DataCatalogType.GLUE)),
                () -> client.deleteDataCatalog(request -> request.name("awsdatacatalog")))) {
            refused(call).hasMessageContaining("AwsDataCatalog");
        }
    }

    /** AwsDataCatalog is only listed: https://github.com/mondoohq/mql/pull/10109 has Athena's answer. */
    @Test
    void awsDataCatalogHasNoDetails() {
        refused(() -> get("AwsDataCatalog")).hasMessage("DataCatalog AwsDataCatalog was not found.");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        create("deleted", DataCatalogType.LAMBDA, Map.of("function", FUNCTION));
        client.deleteDataCatalog(request -> request.name("deleted"));

        for (Runnable call : List.<Runnable>of(
                () -> get("deleted"),
                () -> client.updateDataCatalog(
                        request -> request.name("deleted").type(DataCatalogType.LAMBDA)),
                () -> client.deleteDataCatalog(request -> request.name("deleted")))) {
            refused(call).hasMessage("DataCatalog deleted was not found.");
        }
    }

    @Test
    void catalogsAreListedInPages() {
        create("b", DataCatalogType.LAMBDA, Map.of("metadata-function", FUNCTION, "record-function", FUNCTION));
        create("a", DataCatalogType.LAMBDA, Map.of("function", FUNCTION));

        ListDataCatalogsResponse page = client.listDataCatalogs(request -> request.maxResults(2));
        ListDataCatalogsResponse last = client.listDataCatalogs(request -> request.nextToken(page.nextToken()));

        assertThat(page.dataCatalogsSummary())
                .extracting(DataCatalogSummary::catalogName)
                .containsExactly("AwsDataCatalog", "a");
        assertThat(page.dataCatalogsSummary().get(1).type()).isEqualTo(DataCatalogType.LAMBDA);
        assertThat(last.dataCatalogsSummary())
                .extracting(DataCatalogSummary::catalogName)
                .containsExactly("b");
        assertThat(athena.in("us-west-2").listDataCatalogs(request -> {}).dataCatalogsSummary())
                .hasSize(1);
    }

    @Test
    void everyTypeRequiresItsParameters() {
        refused(() -> create("x", DataCatalogType.GLUE, Map.of())).hasMessageContaining("catalog-id");
        refused(() -> create("x", DataCatalogType.HIVE, Map.of("function", FUNCTION)))
                .hasMessageContaining("metadata-function");
        refused(() -> create("x", DataCatalogType.LAMBDA, Map.of("metadata-function", FUNCTION)))
                .hasMessageContaining("record-function");
        refused(() -> create("x", DataCatalogType.FEDERATED, Map.of("connection-type", "MYSQL")))
                .hasMessageContaining("FEDERATED is not implemented by Laguna");
    }

    @Test
    void aMemberThatBreaksItsConstraintIsNamed() {
        refused(() -> create("a b", DataCatalogType.GLUE, Map.of("catalog-id", "1")))
                .hasMessageContaining("'name'");
        refused(() -> client.createDataCatalog(request -> request.name("x").type("FTP")))
                .hasMessageContaining("'type'");
        refused(() -> client.listDataCatalogs(request -> request.maxResults(1))).hasMessageContaining("'maxResults'");
    }

    private void create(String name, DataCatalogType type, Map<String, String> parameters) {
        client.createDataCatalog(request -> request.name(name).type(type).parameters(parameters));
    }

    private DataCatalog get(String name) {
        return client.getDataCatalog(request -> request.name(name)).dataCatalog();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Runnable call) {
        return assertThatThrownBy(call::run).isInstanceOf(InvalidRequestException.class);
    }
}
