package io.laguna.emulator.athena.query;

import io.laguna.emulator.athena.ddl.model.StatementFailure;
import io.laguna.emulator.athena.request.Constraints;
import io.laguna.emulator.athena.request.Failures;
import io.laguna.emulator.athena.request.NotFound;
import io.laguna.emulator.athena.request.Room;
import io.laguna.emulator.athena.result.ManagedResults;
import io.laguna.emulator.athena.saved.PreparedStatementRecords;
import io.laguna.emulator.athena.sql.Statement;
import io.laguna.emulator.athena.sql.Statements;
import io.laguna.emulator.athena.sql.SyntaxFailure;
import io.laguna.emulator.athena.workgroup.WorkGroupRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.athena.model.BatchGetQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.BatchGetQueryExecutionResponse;
import software.amazon.awssdk.services.athena.model.EngineVersion;
import software.amazon.awssdk.services.athena.model.GetQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.GetQueryExecutionResponse;
import software.amazon.awssdk.services.athena.model.ListQueryExecutionsRequest;
import software.amazon.awssdk.services.athena.model.ListQueryExecutionsResponse;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionContext;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatus;
import software.amazon.awssdk.services.athena.model.ResultConfiguration;
import software.amazon.awssdk.services.athena.model.ResultReuseByAgeConfiguration;
import software.amazon.awssdk.services.athena.model.ResultReuseConfiguration;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionResponse;
import software.amazon.awssdk.services.athena.model.StopQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.StopQueryExecutionResponse;
import software.amazon.awssdk.services.athena.model.UnprocessedQueryExecutionId;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroupState;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The operations on query executions.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html">StartQueryExecution</a>
 */
public final class Queries extends Room {
    /** The longest query: "Query string length: 262144 bytes." */
    private static final int LONGEST = 262_144;

    private static final int LARGEST_BATCH = 50;
    private static final String DEFAULT_DATABASE = "default";
    private static final String DATA_CATALOG = "AwsDataCatalog";
    private static final Pattern QUOTED = Pattern.compile("^([`\"])(.+)\\1$");

    private final Caller caller;
    private final State state;
    private final S3Client s3;
    private final QueryQueues queues;
    private final UnaryOperator<String> complaint;
    private final Clock clock;

    /**
     * Creates the operations on query executions.
     *
     * @param complaint returns the engine's message about a text that is no statement
     */
    public Queries(
            Caller caller, State state, S3Client s3, QueryQueues queues, UnaryOperator<String> complaint, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.s3 = s3;
        this.queues = queues;
        this.complaint = complaint;
        this.clock = clock;
    }

    @Override
    public StartQueryExecutionResponse startQueryExecution(StartQueryExecutionRequest request) {
        new Constraints()
                .text("queryString", request.queryString(), 1, LONGEST)
                .length("clientRequestToken", request.clientRequestToken(), 32, 128)
                .optionalWorkGroup("workGroup", request.workGroup())
                .check();
        QueryRecord query = QueryRecord.submitted(caller, submitted(request));
        boolean isNew = state.write(transaction -> {
            new WorkGroupRecords(transaction).hold(caller, query.execution().workGroup());
            return new QueryRecords(transaction).insert(query, request);
        });
        if (!isNew) {
            return answer(state.read(handle -> new QueryRecords(handle).submittedBy(caller, request))
                    .orElseThrow(() -> Failures.invalid("Idempotent parameters do not match")));
        }
        queues.add(query);
        return answer(query.id());
    }

    @Override
    public StopQueryExecutionResponse stopQueryExecution(StopQueryExecutionRequest request) {
        queues.stop(query(request.queryExecutionId()));
        return StopQueryExecutionResponse.builder().build();
    }

    @Override
    public GetQueryExecutionResponse getQueryExecution(GetQueryExecutionRequest request) {
        return GetQueryExecutionResponse.builder()
                .queryExecution(
                        ResultLocation.told(query(request.queryExecutionId()).execution()))
                .build();
    }

    @Override
    public BatchGetQueryExecutionResponse batchGetQueryExecution(BatchGetQueryExecutionRequest request) {
        new Constraints()
                .size("queryExecutionIds", request.queryExecutionIds(), 1, LARGEST_BATCH)
                .check();
        return state.read(handle -> {
            List<QueryExecution> found = new ArrayList<>();
            List<UnprocessedQueryExecutionId> unknown = new ArrayList<>();
            for (String id : request.queryExecutionIds()) {
                queues.now(caller, id)
                        .or(() -> new QueryRecords(handle).find(caller, id))
                        .ifPresentOrElse(
                                query -> found.add(ResultLocation.told(query.execution())),
                                () -> unknown.add(UnprocessedQueryExecutionId.builder()
                                        .queryExecutionId(id)
                                        .errorCode("INVALID_INPUT")
                                        .errorMessage(NotFound.query(id).getMessage())
                                        .build()));
            }
            return BatchGetQueryExecutionResponse.builder()
                    .queryExecutions(found)
                    .unprocessedQueryExecutionIds(unknown)
                    .build();
        });
    }

    @Override
    public ListQueryExecutionsResponse listQueryExecutions(ListQueryExecutionsRequest request) {
        new Constraints()
                .page(request.maxResults(), 0, request.nextToken())
                .optionalWorkGroup("workGroup", request.workGroup())
                .check();
        String group = Optional.ofNullable(request.workGroup()).orElse(WorkGroupRecords.PRIMARY);
        int most = Page.size(request.maxResults(), Constraints.LARGEST_PAGE);
        String after = Page.after(request.nextToken(), Failures::badToken).orElse("");
        List<String> ids = state.read(handle -> {
            new WorkGroupRecords(handle).get(caller, group);
            return new QueryRecords(handle).ids(caller, group, after, most + 1);
        });
        Page<String> page = Page.first(ids, Function.identity(), most);
        return ListQueryExecutionsResponse.builder()
                .queryExecutionIds(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private QueryExecution submitted(StartQueryExecutionRequest request) {
        String name = Optional.ofNullable(request.workGroup()).orElse(WorkGroupRecords.PRIMARY);
        WorkGroup group = state.read(handle -> new WorkGroupRecords(handle).get(caller, name));
        if (group.state() == WorkGroupState.DISABLED) {
            throw Failures.invalid("WorkGroup " + name + " is disabled.");
        }
        ResultConfiguration place =
                ResultLocation.of(Optional.ofNullable(request.resultConfiguration()), group, caller, s3);
        Statement statement = statement(request.queryString());
        Statement executed = executed(statement, name);
        checkManaged(place, executed, request);
        String id = UUID.randomUUID().toString();
        return QueryExecution.builder()
                .queryExecutionId(id)
                .query(request.queryString())
                .statementType(statement.type())
                .substatementType(statement.substatementType().orElse(null))
                .resultConfiguration(place.toBuilder()
                        .outputLocation(QueryOutput.in(ResultLocation.folder(place), id, executed)
                                .location())
                        .build())
                .resultReuseConfiguration(request.resultReuseConfiguration())
                .queryExecutionContext(context(request))
                .status(QueryExecutionStatus.builder()
                        .state(QueryExecutionState.QUEUED)
                        .submissionDateTime(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                        .build())
                .workGroup(name)
                .engineVersion(Optional.ofNullable(group.configuration())
                        .map(WorkGroupConfiguration::engineVersion)
                        .orElse(EngineVersion.builder().build()))
                .executionParameters(request.executionParameters())
                .build();
    }

    /** Refuses what needs a place in S3 where results have none. */
    private static void checkManaged(
            ResultConfiguration place, Statement statement, StartQueryExecutionRequest request) {
        if (!ManagedResults.isPlace(place.outputLocation())) {
            return;
        }
        if (statement instanceof Statement.TableAsSelect create && !create.saysWhere()) {
            throw Failures.invalid("A table of a query needs the property external_location (of an Iceberg table:"
                    + " location) where managed query results are enabled.");
        }
        if (Optional.ofNullable(request.resultReuseConfiguration())
                .map(ResultReuseConfiguration::resultReuseByAgeConfiguration)
                .map(ResultReuseByAgeConfiguration::enabled)
                .orElse(false)) {
            throw Failures.invalid("Managed query results do not support the reuse of query results.");
        }
    }

    /** Reads a statement. One that cannot be read is refused before anything is kept. */
    private Statement statement(String text) {
        try {
            return Statements.parse(text);
        } catch (SyntaxFailure e) {
            throw Failures.invalid("MALFORMED_QUERY", e.isOfGrammar() ? complaint.apply(text) : e.getMessage());
        } catch (StatementFailure e) {
            throw Failures.invalid("MALFORMED_QUERY", e.getMessage());
        }
    }

    /** Returns the statement that is run in the end, which decides what kind of files there will be. */
    private Statement executed(Statement statement, String group) {
        return Executed.of(statement, List.of(), name -> state.read(
                                handle -> new PreparedStatementRecords(handle).text(caller, group, name))
                        .map(this::statement))
                .statement();
    }

    private QueryExecutionContext context(StartQueryExecutionRequest request) {
        Optional<QueryExecutionContext> given = Optional.ofNullable(request.queryExecutionContext());
        given.map(QueryExecutionContext::catalog).ifPresent(this::checkCatalog);
        return QueryExecutionContext.builder()
                .database(given.map(QueryExecutionContext::database)
                        .map(name -> unquoted(name).toLowerCase(Locale.ROOT))
                        .orElse(DEFAULT_DATABASE))
                .catalog(given.map(QueryExecutionContext::catalog).orElse(null))
                .build();
    }

    /** Returns a name without the backticks or double quotes in which clients put it. */
    private static String unquoted(String name) {
        return QUOTED.matcher(name).replaceFirst("$2");
    }

    private void checkCatalog(String name) {
        if (!unquoted(name).equalsIgnoreCase(DATA_CATALOG)) {
            throw Failures.invalid(
                    "Queries run in the catalog " + DATA_CATALOG + " only; Laguna has no connector for " + name + ".");
        }
    }

    private QueryRecord query(String id) {
        new Constraints().text("queryExecutionId", id, 1, 128).check();
        return queues.now(caller, id)
                .or(() -> state.read(handle -> new QueryRecords(handle).find(caller, id)))
                .orElseThrow(() -> NotFound.query(id));
    }

    private static StartQueryExecutionResponse answer(String id) {
        return StartQueryExecutionResponse.builder().queryExecutionId(id).build();
    }
}
