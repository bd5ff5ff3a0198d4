package io.laguna.emulator.redshiftdata.statement;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshiftdata.request.Constraints;
import io.laguna.emulator.redshiftdata.request.Failures;
import io.laguna.emulator.redshiftdata.request.Room;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.redshiftdata.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.CancelStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.CancelStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ListStatementsRequest;
import software.amazon.awssdk.services.redshiftdata.model.ListStatementsResponse;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/**
 * The operations that submit statements, follow them and cancel them.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-data/latest/APIReference/Welcome.html">The API</a>
 */
final class Statements extends Room {
    private static final int LARGEST_PAGE = 100;

    private final Caller caller;
    private final State state;
    private final Submissions submissions;
    private final Runs runs;

    Statements(Caller caller, State state, Submissions submissions, Runs runs) {
        this.caller = caller;
        this.state = state;
        this.submissions = submissions;
        this.runs = runs;
    }

    @Override
    public ExecuteStatementResponse executeStatement(ExecuteStatementRequest request) {
        return StatementShapes.submitted(submissions.submit(caller, Submission.of(request)));
    }

    @Override
    public BatchExecuteStatementResponse batchExecuteStatement(BatchExecuteStatementRequest request) {
        return StatementShapes.submittedBatch(submissions.submit(caller, Submission.of(request)));
    }

    @Override
    public DescribeStatementResponse describeStatement(DescribeStatementRequest request) {
        StatementId id = StatementId.of(request.id());
        StatementRecord statement = state.read(handle -> id.find(handle, caller));
        return id.number().isEmpty()
                ? StatementShapes.described(statement)
                : StatementShapes.described(
                        statement, statement.sql(id.number().getAsInt()).orElseThrow());
    }

    @Override
    public ListStatementsResponse listStatements(ListStatementsRequest request) {
        new Constraints()
                .page(request.maxResults(), LARGEST_PAGE)
                .length("statementName", request.statementName(), 0, 2048)
                .oneOf("status", request.statusAsString(), StatusString.knownValues())
                .target(request.clusterIdentifier(), request.workgroupName(), request.database(), null, null)
                .check();
        if (request.clusterIdentifier() != null && request.workgroupName() != null) {
            throw Failures.validation("ClusterIdentifier and WorkgroupName can't be specified at the same time.");
        }
        long before = Page.after(request.nextToken(), Failures::badToken)
                .map(Statements::number)
                .orElse(Long.MAX_VALUE);
        int size = Page.size(request.maxResults(), LARGEST_PAGE);
        StatementFilter filter = new StatementFilter(
                caller,
                text(request.statementName()),
                request.statusAsString() == null ? StatusString.FINISHED.toString() : request.statusAsString(),
                text(request.database()),
                text(request.clusterIdentifier()),
                text(request.workgroupName()));
        List<StatementRecord> left = state.read(handle -> new StatementRecords(handle).list(filter, before, size));
        Page<StatementRecord> page = Page.first(left, statement -> Long.toString(statement.number()), size);
        return ListStatementsResponse.builder()
                .statements(page.entries().stream().map(StatementShapes::listed).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static long number(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw Failures.badToken();
        }
    }

    private static String text(String value) {
        return Optional.ofNullable(value).orElse("");
    }

    @Override
    public CancelStatementResponse cancelStatement(CancelStatementRequest request) {
        StatementId id = StatementId.of(request.id());
        StatementRecord statement = state.read(handle -> id.find(handle, caller));
        if (id.number().isPresent()) {
            throw Failures.validation("A single statement of a batch can't be cancelled: " + request.id());
        }
        if (!runs.cancel(statement)) {
            StatusString now = state.read(handle -> id.find(handle, caller)).status();
            throw Failures.validation(
                    "Could not cancel a query that is already in " + now + " state with ID: " + request.id());
        }
        return CancelStatementResponse.builder().status(true).build();
    }
}
