package io.laguna.emulator.athena.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.laguna.emulator.athena.CatalogLake;
import io.laguna.emulator.athena.TestAthena;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.BatchGetPreparedStatementResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.ListPreparedStatementsResponse;
import software.amazon.awssdk.services.athena.model.PreparedStatement;
import software.amazon.awssdk.services.athena.model.PreparedStatementSummary;
import software.amazon.awssdk.services.athena.model.ResourceNotFoundException;
import software.amazon.awssdk.services.athena.model.UnprocessedPreparedStatementName;

@ExtendWith(CatalogLake.class)
class PreparedStatementsTest {
    private static final Instant LATER = TestAthena.START.plusSeconds(60);

    private final TestAthena athena;
    private final AthenaClient client;

    PreparedStatementsTest(CatalogLake.Running lake) {
        this.athena = new TestAthena(lake);
        this.client = athena.client;
    }

    @BeforeEach
    void aWorkgroup() {
        client.createWorkGroup(request -> request.name("team"));
    }

    @Test
    void aStatementComesBackAsItWasGiven() {
        client.createPreparedStatement(request -> request.workGroup("team")
                .statementName("by_id")
                .queryStatement("SELECT * FROM t WHERE id = ?")
                .description("one row"));

        assertThat(get("by_id"))
                .isEqualTo(PreparedStatement.builder()
                        .statementName("by_id")
                        .queryStatement("SELECT * FROM t WHERE id = ?")
                        .workGroupName("team")
                        .description("one row")
                        .lastModifiedTime(TestAthena.START)
                        .build());
    }

    @Test
    void aNameIsTakenOnceInItsWorkgroup() {
        create("taken");
        client.createPreparedStatement(
                request -> request.workGroup("primary").statementName("taken").queryStatement("SELECT 2"));

        assertThatThrownBy(() -> create("taken"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("taken");
        assertThat(get("taken").queryStatement()).isEqualTo("SELECT ?");
    }

    @Test
    void anUpdateReplacesTheText() {
        create("changed");

        athena.at(LATER)
                .updatePreparedStatement(request ->
                        request.workGroup("team").statementName("changed").queryStatement("SELECT 2"));

        assertThat(get("changed").queryStatement()).isEqualTo("SELECT 2");
        assertThat(get("changed").lastModifiedTime()).isEqualTo(LATER);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        create("deleted");
        client.deletePreparedStatement(request -> request.workGroup("team").statementName("deleted"));

        for (Runnable call : List.<Runnable>of(
                () -> get("deleted"),
                () -> client.updatePreparedStatement(request ->
                        request.workGroup("team").statementName("deleted").queryStatement("SELECT 1")),
                () -> client.deletePreparedStatement(
                        request -> request.workGroup("team").statementName("deleted")))) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessage("PreparedStatement deleted was not found in workGroup team");
        }
        assertThatThrownBy(() -> client.listPreparedStatements(request -> request.workGroup("none")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("WorkGroup none is not found.");
    }

    @Test
    void statementsAreListedInPages() {
        for (String name : List.of("cc", "aa", "bb")) {
            create(name);
        }

        ListPreparedStatementsResponse page = client.listPreparedStatements(
                request -> request.workGroup("team").maxResults(2));
        ListPreparedStatementsResponse last = client.listPreparedStatements(
                request -> request.workGroup("team").nextToken(page.nextToken()));

        assertThat(page.preparedStatements())
                .extracting(PreparedStatementSummary::statementName)
                .containsExactly("aa", "bb");
        assertThat(page.preparedStatements().get(0).lastModifiedTime()).isEqualTo(TestAthena.START);
        assertThat(last.preparedStatements())
                .extracting(PreparedStatementSummary::statementName)
                .containsExactly("cc");
        assertThat(last.nextToken()).isNull();
    }

    @Test
    void aBatchHasWhatIsThereAndSaysWhatIsNot() {
        create("there");

        BatchGetPreparedStatementResponse batch = client.batchGetPreparedStatement(
                request -> request.workGroup("team").preparedStatementNames("there", "gone", "not-valid"));

        assertThat(batch.preparedStatements())
                .extracting(PreparedStatement::statementName)
                .containsExactly("there");
        assertThat(batch.unprocessedPreparedStatementNames())
                .extracting(
                        UnprocessedPreparedStatementName::statementName, UnprocessedPreparedStatementName::errorCode)
                .containsExactly(tuple("gone", "STATEMENT_NOT_FOUND"), tuple("not-valid", "INVALID_INPUT"));
    }

    @Test
    void aNameIsAnIdentifierOfTwoCharactersOrMore() {
        for (String name : List.of("a", "1a", "a-b", "a".repeat(257))) {
            assertThatThrownBy(() -> create(name))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("'statementName'");
        }
        create("_a@b:1");
    }

    private void create(String name) {
        client.createPreparedStatement(
                request -> request.workGroup("team").statementName(name).queryStatement("SELECT ?"));
    }

    private PreparedStatement get(String name) {
        return client.getPreparedStatement(request -> request.workGroup("team").statementName(name))
                .preparedStatement();
    }
}
