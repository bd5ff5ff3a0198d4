package io.laguna.emulator.athena.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.athena.CatalogLake;
import io.laguna.emulator.athena.TestAthena;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.BatchGetNamedQueryResponse;
import software.amazon.awssdk.services.athena.model.CreateNamedQueryRequest;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.NamedQuery;
import software.amazon.awssdk.services.athena.model.UnprocessedNamedQueryId;
import software.amazon.awssdk.services.athena.paginators.ListNamedQueriesIterable;

@ExtendWith(CatalogLake.class)
class NamedQueriesTest {
    private static final String TOKEN = "0123456789-0123456789-0123456789";

    private final TestAthena athena;
    private final AthenaClient client;

    NamedQueriesTest(CatalogLake.Running lake) {
        this.athena = new TestAthena(lake);
        this.client = athena.client;
    }

    @Test
    void aQueryComesBackAsItWasGivenInThePrimaryWorkgroup() {
        String id = create(request -> request.description("of the week"));

        assertThat(get(id))
                .isEqualTo(NamedQuery.builder()
                        .namedQueryId(id)
                        .name("weekly")
                        .description("of the week")
                        .database("sales")
                        .queryString("SELECT 1")
                        .workGroup("primary")
                        .build());
    }

    @Test
    void aTokenMakesTheSameRequestOneQuery() {
        String id = create(request -> request.clientRequestToken(TOKEN));

        assertThat(create(request -> request.clientRequestToken(TOKEN))).isEqualTo(id);
        refused(() -> create(request -> request.clientRequestToken(TOKEN).queryString("SELECT 2")))
                .hasMessage("Idempotent parameters do not match");
        assertThat(create(request -> {})).isNotEqualTo(create(request -> {}));
        assertThat(client.listNamedQueries(request -> {}).namedQueryIds()).hasSize(3);
    }

    @Test
    void anUpdateChangesNameDescriptionAndText() {
        String id = create(request -> request.description("old"));

        client.updateNamedQuery(
                request -> request.namedQueryId(id).name("daily").queryString("SELECT 2"));
        assertThat(get(id))
                .extracting(NamedQuery::name, NamedQuery::description, NamedQuery::queryString, NamedQuery::database)
                .containsExactly("daily", "old", "SELECT 2", "sales");
        client.updateNamedQuery(request ->
                request.namedQueryId(id).name("daily").description("").queryString("SELECT 2"));
        assertThat(get(id).description()).isEmpty();
    }

    @Test
    void whatWasDeletedOrIsSomebodyElsesIsNotThere() {
        String id = create(request -> {});
        AthenaClient elsewhere = athena.in("us-west-2");

        refused(() -> elsewhere.getNamedQuery(request -> request.namedQueryId(id)))
                .hasMessageContaining("does not exist");
        refused(() -> elsewhere.deleteNamedQuery(request -> request.namedQueryId(id)));
        client.deleteNamedQuery(request -> request.namedQueryId(id));

        refused(() -> get(id)).hasMessageContaining(id).hasMessageContaining("does not exist");
        refused(() -> client.deleteNamedQuery(request -> request.namedQueryId(id)));
        refused(() -> client.updateNamedQuery(
                request -> request.namedQueryId(id).name("n").queryString("q")));
        refused(() -> create(request -> request.workGroup("none"))).hasMessage("WorkGroup none is not found.");
        refused(() -> client.listNamedQueries(request -> request.workGroup("none")));
    }

    @Test
    void aWorkgroupsQueriesAreListedInPages() {
        client.createWorkGroup(request -> request.name("team"));
        create(request -> {});
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(create(request -> request.workGroup("team")));
        }

        ListNamedQueriesIterable pages = client.listNamedQueriesPaginator(
                request -> request.workGroup("team").maxResults(2));

        assertThat(pages.stream().map(page -> page.namedQueryIds().size())).containsExactly(2, 2, 1);
        assertThat(pages.stream().flatMap(page -> page.namedQueryIds().stream()))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(client.listNamedQueries(request -> request.workGroup("team").maxResults(0))
                        .namedQueryIds())
                .hasSize(5);
    }

    @Test
    void aBatchHasWhatIsThereAndSaysWhatIsNot() {
        String first = create(request -> {});
        String second = create(request -> {});

        BatchGetNamedQueryResponse batch =
                client.batchGetNamedQuery(request -> request.namedQueryIds(second, "none", first));

        assertThat(batch.namedQueries()).extracting(NamedQuery::namedQueryId).containsExactly(second, first);
        assertThat(batch.unprocessedNamedQueryIds())
                .extracting(UnprocessedNamedQueryId::namedQueryId)
                .containsExactly("none");
        assertThat(batch.unprocessedNamedQueryIds().get(0).errorMessage()).contains("does not exist");
        refused(() -> client.batchGetNamedQuery(request -> {})).hasMessageContaining("'namedQueryIds'");
    }

    @Test
    void aMemberThatBreaksItsConstraintIsNamed() {
        refused(() -> client.createNamedQuery(request -> {}))
                .hasMessageContaining("'name'")
                .hasMessageContaining("'database'")
                .hasMessageContaining("'queryString'");
        refused(() -> create(request -> request.clientRequestToken("short")))
                .hasMessageContaining("'clientRequestToken'");
        refused(() -> create(request -> request.queryString("x".repeat(262_145))))
                .hasMessageContaining("'queryString'");
        refused(() -> get("a b")).hasMessageContaining("'namedQueryId'");
    }

    private String create(Consumer<CreateNamedQueryRequest.Builder> more) {
        return client.createNamedQuery(request -> {
                    request.name("weekly").database("sales").queryString("SELECT 1");
                    more.accept(request);
                })
                .namedQueryId();
    }

    private NamedQuery get(String id) {
        return client.getNamedQuery(request -> request.namedQueryId(id)).namedQuery();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Runnable call) {
        return assertThatThrownBy(call::run).isInstanceOf(InvalidRequestException.class);
    }
}
