package io.laguna.emulator.athena.saved;

import io.laguna.emulator.athena.request.Constraints;
import io.laguna.emulator.athena.request.Failures;
import io.laguna.emulator.athena.request.NotFound;
import io.laguna.emulator.athena.request.Room;
import io.laguna.emulator.athena.workgroup.WorkGroupRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.athena.model.BatchGetPreparedStatementRequest;
import software.amazon.awssdk.services.athena.model.BatchGetPreparedStatementResponse;
import software.amazon.awssdk.services.athena.model.CreatePreparedStatementRequest;
import software.amazon.awssdk.services.athena.model.CreatePreparedStatementResponse;
import software.amazon.awssdk.services.athena.model.DeletePreparedStatementRequest;
import software.amazon.awssdk.services.athena.model.DeletePreparedStatementResponse;
import software.amazon.awssdk.services.athena.model.GetPreparedStatementRequest;
import software.amazon.awssdk.services.athena.model.GetPreparedStatementResponse;
import software.amazon.awssdk.services.athena.model.ListPreparedStatementsRequest;
import software.amazon.awssdk.services.athena.model.ListPreparedStatementsResponse;
import software.amazon.awssdk.services.athena.model.PreparedStatement;
import software.amazon.awssdk.services.athena.model.PreparedStatementSummary;
import software.amazon.awssdk.services.athena.model.UnprocessedPreparedStatementName;
import software.amazon.awssdk.services.athena.model.UpdatePreparedStatementRequest;
import software.amazon.awssdk.services.athena.model.UpdatePreparedStatementResponse;

/**
 * The operations on prepared statements of workgroups, which EXECUTE runs.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/querying-with-prepared-statements.html">Prepared statements</a>
 */
public final class PreparedStatements extends Room {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_@:]{1,256}");
    private static final int LONGEST_NAME = 256;
    private static final int LARGEST_BATCH = 256;

    private final Caller caller;
    private final State state;
    private final Clock clock;

    public PreparedStatements(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public CreatePreparedStatementResponse createPreparedStatement(CreatePreparedStatementRequest request) {
        check(request.statementName(), request.workGroup(), request.queryStatement(), request.description());
        PreparedStatement statement = statement(request, request.workGroup());
        return state.write(transaction -> {
            new WorkGroupRecords(transaction).hold(caller, request.workGroup());
            if (!new PreparedStatementRecords(transaction).insert(caller, statement)) {
                throw Failures.invalid("PreparedStatement " + request.statementName() + " already exists in workGroup "
                        + request.workGroup());
            }
            return CreatePreparedStatementResponse.builder().build();
        });
    }

    @Override
    public GetPreparedStatementResponse getPreparedStatement(GetPreparedStatementRequest request) {
        name(new Constraints(), request.statementName(), request.workGroup()).check();
        PreparedStatement statement = state.read(handle -> {
            new WorkGroupRecords(handle).get(caller, request.workGroup());
            return new PreparedStatementRecords(handle)
                    .find(caller, request.workGroup(), request.statementName())
                    .orElseThrow(() -> NotFound.preparedStatement(request.statementName(), request.workGroup()));
        });
        return GetPreparedStatementResponse.builder()
                .preparedStatement(statement)
                .build();
    }

    @Override
    public UpdatePreparedStatementResponse updatePreparedStatement(UpdatePreparedStatementRequest request) {
        check(request.statementName(), request.workGroup(), request.queryStatement(), request.description());
        return state.write(transaction -> {
            new WorkGroupRecords(transaction).get(caller, request.workGroup());
            PreparedStatementRecords statements = new PreparedStatementRecords(transaction);
            PreparedStatement before = statements
                    .lock(caller, request.workGroup(), request.statementName())
                    .orElseThrow(() -> NotFound.preparedStatement(request.statementName(), request.workGroup()));
            PreparedStatement after = statement(request, request.workGroup());
            statements.put(
                    caller,
                    after.toBuilder()
                            .description(
                                    Optional.ofNullable(after.description()).orElse(before.description()))
                            .build());
            return UpdatePreparedStatementResponse.builder().build();
        });
    }

    @Override
    public DeletePreparedStatementResponse deletePreparedStatement(DeletePreparedStatementRequest request) {
        name(new Constraints(), request.statementName(), request.workGroup()).check();
        return state.write(transaction -> {
            new WorkGroupRecords(transaction).hold(caller, request.workGroup());
            if (!new PreparedStatementRecords(transaction)
                    .delete(caller, request.workGroup(), request.statementName())) {
                throw NotFound.preparedStatement(request.statementName(), request.workGroup());
            }
            return DeletePreparedStatementResponse.builder().build();
        });
    }

    @Override
    public ListPreparedStatementsResponse listPreparedStatements(ListPreparedStatementsRequest request) {
        new Constraints()
                .workGroup("workGroup", request.workGroup())
                .page(request.maxResults(), 1, request.nextToken())
                .check();
        List<PreparedStatement> all = state.read(handle -> {
            new WorkGroupRecords(handle).get(caller, request.workGroup());
            return new PreparedStatementRecords(handle).all(caller, request.workGroup());
        });
        Page<PreparedStatement> page = Page.ofSorted(
                all,
                PreparedStatement::statementName,
                request.nextToken(),
                Page.size(request.maxResults(), Constraints.LARGEST_PAGE),
                Failures::badToken);
        return ListPreparedStatementsResponse.builder()
                .preparedStatements(page.entries().stream()
                        .map(statement -> Shapes.copy(statement, PreparedStatementSummary.builder())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public BatchGetPreparedStatementResponse batchGetPreparedStatement(BatchGetPreparedStatementRequest request) {
        new Constraints()
                .workGroup("workGroup", request.workGroup())
                .size("preparedStatementNames", request.preparedStatementNames(), 1, LARGEST_BATCH)
                .check();
        List<PreparedStatement> found = new ArrayList<>();
        List<UnprocessedPreparedStatementName> unprocessed = new ArrayList<>();
        state.read(handle -> {
            new WorkGroupRecords(handle).get(caller, request.workGroup());
            PreparedStatementRecords statements = new PreparedStatementRecords(handle);
            request.preparedStatementNames().forEach(name -> statements
                    .find(caller, request.workGroup(), name)
                    .ifPresentOrElse(found::add, () -> unprocessed.add(unprocessed(name, request.workGroup()))));
            return found;
        });
        return BatchGetPreparedStatementResponse.builder()
                .preparedStatements(found)
                .unprocessedPreparedStatementNames(unprocessed)
                .build();
    }

    private PreparedStatement statement(SdkPojo request, String workGroup) {
        return Shapes.copy(request, PreparedStatement.builder())
                .workGroupName(workGroup)
                .lastModifiedTime(clock.instant())
                .build();
    }

    private static UnprocessedPreparedStatementName unprocessed(String name, String workGroup) {
        boolean valid = name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
        return UnprocessedPreparedStatementName.builder()
                .statementName(name)
                .errorCode(valid ? "STATEMENT_NOT_FOUND" : "INVALID_INPUT")
                .errorMessage(
                        valid
                                ? NotFound.preparedStatement(name, workGroup).getMessage()
                                : "The name of the prepared statement is not valid: " + name)
                .build();
    }

    private static void check(String name, String workGroup, String query, String description) {
        name(new Constraints(), name, workGroup)
                .text("queryStatement", query, 1, NamedQueries.LONGEST_QUERY)
                .length("description", description, 1, 1024)
                .check();
    }

    private static Constraints name(Constraints constraints, String name, String workGroup) {
        return constraints
                .text("statementName", name, 1, LONGEST_NAME)
                .pattern("statementName", name, NAME)
                .workGroup("workGroup", workGroup);
    }
}
