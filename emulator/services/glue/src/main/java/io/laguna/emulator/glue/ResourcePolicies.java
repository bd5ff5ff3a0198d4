package io.laguna.emulator.glue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.ConditionCheckFailureException;
import software.amazon.awssdk.services.glue.model.DeleteResourcePolicyRequest;
import software.amazon.awssdk.services.glue.model.DeleteResourcePolicyResponse;
import software.amazon.awssdk.services.glue.model.ExistCondition;
import software.amazon.awssdk.services.glue.model.GetResourcePoliciesRequest;
import software.amazon.awssdk.services.glue.model.GetResourcePoliciesResponse;
import software.amazon.awssdk.services.glue.model.GetResourcePolicyRequest;
import software.amazon.awssdk.services.glue.model.GetResourcePolicyResponse;
import software.amazon.awssdk.services.glue.model.GluePolicy;
import software.amazon.awssdk.services.glue.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.glue.model.PutResourcePolicyResponse;

/**
 * The operations on resource policies. Policies are kept and answered; Laguna refuses nothing because of one.
 *
 * <p>https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-security.html
 */
final class ResourcePolicies extends Room {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 1000;
    /** The name of the resource of a policy that names none: the catalog. */
    private static final String CATALOG = "catalog";

    private final Account account;
    private final State state;

    ResourcePolicies(Account account, State state) {
        this.account = account;
        this.state = state;
    }

    @Override
    public PutResourcePolicyResponse putResourcePolicy(PutResourcePolicyRequest request) {
        new Constraints()
                .present("policyInJson", request.policyInJson())
                .length("policyInJson", request.policyInJson(), 2, 10_240)
                .check();
        requireObject(request.policyInJson());
        String resource = resource(request.resourceArn());
        String hash = hash(request.policyInJson());
        return alone(resource, handle -> {
            Optional<GluePolicy> present = find(handle, resource);
            ExistCondition condition =
                    Optional.ofNullable(request.policyExistsCondition()).orElse(ExistCondition.NONE);
            if (condition == ExistCondition.MUST_EXIST && present.isEmpty()) {
                throw failed("There is no policy, but PolicyExistsCondition is MUST_EXIST.");
            }
            if (condition == ExistCondition.NOT_EXIST && present.isPresent()) {
                throw failed("There is a policy, but PolicyExistsCondition is NOT_EXIST.");
            }
            requireHash(present, request.policyHashCondition());
            handle.execute(
                    "insert into glue_resource_policy (resource, policy, hash) values (?, ?, ?) on conflict (resource)"
                            + " do update set policy = excluded.policy, hash = excluded.hash,"
                            + " updated_at = clock_timestamp()",
                    resource,
                    request.policyInJson(),
                    hash);
            return PutResourcePolicyResponse.builder().policyHash(hash).build();
        });
    }

    @Override
    public GetResourcePolicyResponse getResourcePolicy(GetResourcePolicyRequest request) {
        String resource = resource(request.resourceArn());
        GluePolicy policy = state.read(handle -> find(handle, resource)).orElseThrow(ResourcePolicies::none);
        return Shapes.copy(policy, GetResourcePolicyResponse.builder()).build();
    }

    @Override
    public GetResourcePoliciesResponse getResourcePolicies(GetResourcePoliciesRequest request) {
        new Constraints().range("maxResults", request.maxResults(), 1, PAGE).check();
        Map<String, GluePolicy> policies = new TreeMap<>();
        state.read(handle -> {
            handle.select("select * from glue_resource_policy")
                    .map((row, context) -> Map.entry(row.getString("resource"), policy(row)))
                    .forEach(policy -> policies.put(policy.getKey(), policy.getValue()));
            return Optional.empty();
        });
        Page<String> page = Page.ofSorted(
                List.copyOf(policies.keySet()),
                Function.identity(),
                request.nextToken(),
                Page.size(request.maxResults(), PAGE),
                Failures::badToken);
        return GetResourcePoliciesResponse.builder()
                .getResourcePoliciesResponseList(
                        page.entries().stream().map(policies::get).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public DeleteResourcePolicyResponse deleteResourcePolicy(DeleteResourcePolicyRequest request) {
        String resource = resource(request.resourceArn());
        return alone(resource, handle -> {
            Optional<GluePolicy> present = find(handle, resource);
            if (present.isEmpty()) {
                throw none();
            }
            requireHash(present, request.policyHashCondition());
            handle.execute("delete from glue_resource_policy where resource = ?", resource);
            return DeleteResourcePolicyResponse.builder().build();
        });
    }

    private <T> T alone(String resource, Function<Handle, T> work) {
        return state.alone("glue resource policy " + resource, work);
    }

    /** Returns the resource of a policy. Without an ARN, and with the catalog's own, that is the catalog. */
    private String resource(String arn) {
        new Constraints().length("resourceArn", arn, 1, 10_240).check();
        String own = account.caller().arn("glue", CATALOG);
        return arn == null || arn.equals(own) ? CATALOG : arn;
    }

    private static Optional<GluePolicy> find(Handle handle, String resource) {
        return handle.select("select * from glue_resource_policy where resource = ?", resource)
                .map((row, context) -> policy(row))
                .findFirst();
    }

    private static GluePolicy policy(ResultSet row) throws SQLException {
        return GluePolicy.builder()
                .policyInJson(row.getString("policy"))
                .policyHash(row.getString("hash"))
                .createTime(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .updateTime(row.getObject("updated_at", OffsetDateTime.class).toInstant())
                .build();
    }

    private static void requireHash(Optional<GluePolicy> present, String hash) {
        if (hash != null && !present.map(GluePolicy::policyHash).equals(Optional.of(hash))) {
            throw failed("The policy's hash is not " + hash + ".");
        }
    }

    private static void requireObject(String policy) {
        try {
            if (Optional.ofNullable(JSON.readTree(policy))
                    .map(JsonNode::isObject)
                    .orElse(false)) {
                return;
            }
        } catch (JsonProcessingException e) {
            throw Failures.invalid("The policy is not JSON: " + e.getOriginalMessage());
        }
        throw Failures.invalid("The policy is not a JSON object.");
    }

    private static String hash(String policy) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(policy.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static ConditionCheckFailureException failed(String message) {
        return ConditionCheckFailureException.builder().message(message).build();
    }

    private static RuntimeException none() {
        return Failures.notFound("Policy not found");
    }
}
