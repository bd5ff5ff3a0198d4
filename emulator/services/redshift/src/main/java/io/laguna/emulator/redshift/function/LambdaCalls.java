package io.laguna.emulator.redshift.function;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.load.Access;
import io.laguna.emulator.redshift.load.Detail;
import io.laguna.emulator.redshift.session.ClusterScope;
import io.laguna.emulator.redshift.session.ExternalCalls;
import io.laguna.emulator.redshift.session.Scope;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * Functions of a cluster that AWS Lambda computes, a row a call: the engine evaluates a function for one row at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/udf-creating-a-lambda-sql-udf.html#udf-lambda-json">The JSON
 *     interface between Amazon Redshift and AWS Lambda</a>
 */
public final class LambdaCalls implements ExternalCalls {
    /** The code that Redshift's messages about a payload have. */
    private static final int PAYLOAD = 32004;

    /** Decimals have all their digits on both ways. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final StatementClients clients;
    private final ExecutorService executor;

    /**
     * Creates the functions of a cluster.
     *
     * @param lambda Lambda, as a caller sees it
     * @param access takes a function's role on, which has to be one of the cluster's
     * @param executor runs the calls, which a statement does not wait for when it is cancelled
     */
    public LambdaCalls(Function<Caller, LambdaClient> lambda, Access access, ExecutorService executor) {
        this.clients = new StatementClients(lambda, access);
        this.executor = executor;
    }

    @Override
    public Optional<String> call(String said, Scope scope, Workbench bench) throws SqlFailure, IOException {
        JsonNode called = JSON.readTree(said);
        JsonNode function = called.get("function");
        List<String> roles = new ArrayList<>();
        function.get("roles").forEach(role -> roles.add(role.asText()));
        LambdaClient lambda = clients.of(roles, scope, bench);
        byte[] payload = JSON.writeValueAsBytes(request(called, scope.cluster(), bench));
        if (payload.length > function.get("max_batch_bytes").asLong()) {
            throw Detail.failure("A row is larger than MAX_BATCH_SIZE", PAYLOAD, "", bench);
        }
        Invocation invocation = new Invocation(
                lambda,
                executor,
                function.get("lambda").asText(),
                function.get("retry_timeout").asLong());
        return result(invocation.run(SdkBytes.fromByteArray(payload), bench), bench);
    }

    private static ObjectNode request(JsonNode called, ClusterScope cluster, Workbench bench) {
        ObjectNode request = JSON.createObjectNode();
        request.put("request_id", UUID.randomUUID().toString());
        request.put("cluster", arn(cluster));
        request.put("user", bench.user());
        request.put("database", bench.database());
        request.put("external_function", called.get("name").asText());
        request.put("query_id", bench.queryId());
        request.put("num_records", 1);
        request.putArray("arguments").add(called.get("arguments"));
        return request;
    }

    private static String arn(ClusterScope cluster) {
        String service = cluster.serverless() ? "redshift-serverless" : "redshift";
        return "arn:aws:" + service + ":" + cluster.region() + ":" + cluster.account()
                + (cluster.serverless() ? ":workgroup/" : ":cluster:") + cluster.identifier();
    }

    /** Returns the one result of an answer, which Lambda's function has given as JSON or as a string of JSON. */
    private static Optional<String> result(byte[] payload, Workbench bench) throws SqlFailure {
        JsonNode answer = read(payload, bench);
        if (answer.path("success").isBoolean() && !answer.get("success").booleanValue()) {
            throw Detail.failure(answer.path("error_msg").asText(""), PAYLOAD, "", bench);
        }
        JsonNode results = answer.path("results");
        if (!results.isArray()) {
            throw invalid("Results are missing in external function response", bench);
        }
        long told = answer.path("num_records").asLong(results.size());
        if (results.size() > 1 || told > 1) {
            throw invalid("Extra rows in external function response", bench);
        }
        if (results.isEmpty() || told < 1) {
            throw invalid("Missing rows in external function response", bench);
        }
        JsonNode result = results.get(0);
        if (result.isNull()) {
            return Optional.empty();
        }
        if (result.isNumber()) {
            return Optional.of(result.decimalValue().toPlainString());
        }
        return Optional.of(result.isValueNode() ? result.asText() : result.toString());
    }

    private static JsonNode read(byte[] payload, Workbench bench) throws SqlFailure {
        try {
            JsonNode answer = JSON.readTree(payload);
            return answer.isTextual() ? JSON.readTree(answer.textValue()) : answer;
        } catch (IOException e) {
            throw invalid("The external function response is no JSON: " + e.getMessage(), bench);
        }
    }

    private static SqlFailure invalid(String context, Workbench bench) {
        return Detail.failure("Invalid External Function Response", Detail.REQUEST, context, bench);
    }
}
