package io.laguna.emulator.athena.saved;

import io.laguna.emulator.athena.request.Constraints;
import io.laguna.emulator.athena.request.Failures;
import io.laguna.emulator.athena.request.NotFound;
import io.laguna.emulator.athena.request.Room;
import io.laguna.emulator.athena.workgroup.WorkGroupRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.athena.model.BatchGetNamedQueryRequest;
import software.amazon.awssdk.services.athena.model.BatchGetNamedQueryResponse;
import software.amazon.awssdk.services.athena.model.CreateNamedQueryRequest;
import software.amazon.awssdk.services.athena.model.CreateNamedQueryResponse;
import software.amazon.awssdk.services.athena.model.DeleteNamedQueryRequest;
import software.amazon.awssdk.services.athena.model.DeleteNamedQueryResponse;
import software.amazon.awssdk.services.athena.model.GetNamedQueryRequest;
import software.amazon.awssdk.services.athena.model.GetNamedQueryResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.ListNamedQueriesRequest;
import software.amazon.awssdk.services.athena.model.ListNamedQueriesResponse;
import software.amazon.awssdk.services.athena.model.NamedQuery;
import software.amazon.awssdk.services.athena.model.UnprocessedNamedQueryId;
import software.amazon.awssdk.services.athena.model.UpdateNamedQueryRequest;
import software.amazon.awssdk.services.athena.model.UpdateNamedQueryResponse;

/**
 * The operations on named queries, each of which is in a workgroup.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_CreateNamedQuery.html">CreateNamedQuery</a>
 */
public final class NamedQueries extends Room {
    static final int LONGEST_QUERY = 262_144;

    private static final Pattern ID = Pattern.compile("\\S+");

    private final Caller caller;
    private final State state;

    public NamedQueries(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    /**
     * Creates a query, once for a client token. "If another CreateNamedQuery request is received, the same response is
     * returned and another query is not created. If a parameter has changed, an error is returned."
     */
    @Override
    public CreateNamedQueryResponse createNamedQuery(CreateNamedQueryRequest request) {
        new Constraints()
                .text("name", request.name(), 1, 128)
                .length("description", request.description(), 1, 1024)
                .text("database", request.database(), 1, 255)
                .text("queryString", request.queryString(), 1, LONGEST_QUERY)
                .length("clientRequestToken", request.clientRequestToken(), 32, 128)
                .optionalWorkGroup("workGroup", request.workGroup())
                .check();
        NamedQuery query = Shapes.copy(request, NamedQuery.builder())
                .namedQueryId(UUID.randomUUID().toString())
                .workGroup(Optional.ofNullable(request.workGroup()).orElse(WorkGroupRecords.PRIMARY))
                .build();
        Optional<String> token = Optional.ofNullable(request.clientRequestToken());
        String text = ShapeJson.write(request);
        String id = state.write(transaction -> {
            new WorkGroupRecords(transaction).hold(caller, query.workGroup());
            NamedQueryRecords queries = new NamedQueryRecords(transaction);
            if (queries.insert(caller, query, token, text)) {
                return query.namedQueryId();
            }
            return token.flatMap(given -> queries.byToken(caller, given))
                    .filter(earlier -> earlier.request().equals(text))
                    .map(NamedQueryRecords.Earlier::id)
                    .orElseThrow(() -> Failures.invalid("Idempotent parameters do not match"));
        });
        return CreateNamedQueryResponse.builder().namedQueryId(id).build();
    }

    @Override
    public GetNamedQueryResponse getNamedQuery(GetNamedQueryRequest request) {
        checkId(request.namedQueryId());
        NamedQuery query = state.read(handle -> new NamedQueryRecords(handle).find(caller, request.namedQueryId()))
                .orElseThrow(() -> NotFound.namedQuery(request.namedQueryId()));
        return GetNamedQueryResponse.builder().namedQuery(query).build();
    }

    /** Changes a query. "The database or workgroup cannot be updated." */
    @Override
    public UpdateNamedQueryResponse updateNamedQuery(UpdateNamedQueryRequest request) {
        checkId(request.namedQueryId());
        new Constraints()
                .text("name", request.name(), 1, 128)
                .length("description", request.description(), 0, 1024)
                .text("queryString", request.queryString(), 1, LONGEST_QUERY)
                .check();
        return state.write(transaction -> {
            NamedQueryRecords queries = new NamedQueryRecords(transaction);
            NamedQuery before = queries.lock(caller, request.namedQueryId())
                    .orElseThrow(() -> NotFound.namedQuery(request.namedQueryId()));
            queries.save(Shapes.copy(request, before.toBuilder()).build());
            return UpdateNamedQueryResponse.builder().build();
        });
    }

    @Override
    public DeleteNamedQueryResponse deleteNamedQuery(DeleteNamedQueryRequest request) {
        checkId(request.namedQueryId());
        return state.write(transaction -> {
            NamedQueryRecords queries = new NamedQueryRecords(transaction);
            queries.delete(queries.lock(caller, request.namedQueryId())
                    .orElseThrow(() -> NotFound.namedQuery(request.namedQueryId())));
            return DeleteNamedQueryResponse.builder().build();
        });
    }

    @Override
    public ListNamedQueriesResponse listNamedQueries(ListNamedQueriesRequest request) {
        new Constraints()
                .page(request.maxResults(), 0, request.nextToken())
                .optionalWorkGroup("workGroup", request.workGroup())
                .check();
        String group = Optional.ofNullable(request.workGroup()).orElse(WorkGroupRecords.PRIMARY);
        List<String> ids = state.read(handle -> {
            new WorkGroupRecords(handle).get(caller, group);
            return new NamedQueryRecords(handle).ids(caller, group);
        });
        Page<String> page = Page.ofSorted(
                ids,
                Function.identity(),
                request.nextToken(),
                Page.size(request.maxResults(), Constraints.LARGEST_PAGE),
                Failures::badToken);
        return ListNamedQueriesResponse.builder()
                .namedQueryIds(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public BatchGetNamedQueryResponse batchGetNamedQuery(BatchGetNamedQueryRequest request) {
        new Constraints()
                .size("namedQueryIds", request.namedQueryIds(), 1, Constraints.LARGEST_PAGE)
                .check();
        List<String> ids = request.namedQueryIds();
        Map<String, Optional<NamedQuery>> found = state.read(handle -> ids.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> new NamedQueryRecords(handle).find(caller, id))));
        return BatchGetNamedQueryResponse.builder()
                .namedQueries(
                        ids.stream().map(found::get).flatMap(Optional::stream).toList())
                .unprocessedNamedQueryIds(ids.stream()
                        .filter(id -> found.get(id).isEmpty())
                        .map(NamedQueries::unprocessed)
                        .toList())
                .build();
    }

    private static UnprocessedNamedQueryId unprocessed(String id) {
        InvalidRequestException reason = NotFound.namedQuery(id);
        return UnprocessedNamedQueryId.builder()
                .namedQueryId(id)
                .errorCode(reason.athenaErrorCode())
                .errorMessage(reason.getMessage())
                .build();
    }

    private static void checkId(String id) {
        new Constraints()
                .text("namedQueryId", id, 1, 128)
                .pattern("namedQueryId", id, ID)
                .check();
    }
}
