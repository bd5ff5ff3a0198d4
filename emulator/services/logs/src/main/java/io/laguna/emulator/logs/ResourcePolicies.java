package io.laguna.emulator.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteResourcePolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteResourcePolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeResourcePoliciesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeResourcePoliciesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PolicyScope;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutResourcePolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourcePolicy;

/**
 * The operations on the policies by which an account lets other services write its logs. They are kept and answered: here
 * every service may write.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html">API</a>
 */
final class ResourcePolicies extends Room {
    private static final int LARGEST = 50;
    private static final int MOST = 10;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OF = " where account = ? and region = ?";

    private final Caller caller;
    private final State state;
    private final Clock clock;

    ResourcePolicies(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public PutResourcePolicyResponse putResourcePolicy(PutResourcePolicyRequest request) {
        refuseResource(request.resourceArn());
        new Constraints()
                .present("policyName", request.policyName())
                .length("policyName", request.policyName(), 1, 255)
                .present("policyDocument", request.policyDocument())
                .length("policyDocument", request.policyDocument(), 1, 5120)
                .check();
        requirePolicy(request.policyDocument());
        ResourcePolicy policy = ResourcePolicy.builder()
                .policyName(request.policyName())
                .policyDocument(request.policyDocument())
                .lastUpdatedTime(clock.millis())
                .policyScope(PolicyScope.ACCOUNT)
                .build();
        state.alone("logs resource policies " + caller.accountId() + " " + caller.region(), handle -> {
            put(handle, policy);
            return policy;
        });
        return PutResourcePolicyResponse.builder().resourcePolicy(policy).build();
    }

    private void put(Handle handle, ResourcePolicy policy) {
        List<String> names =
                all(handle).stream().map(ResourcePolicy::policyName).toList();
        if (names.size() >= MOST && !names.contains(policy.policyName())) {
            throw Failures.limit();
        }
        handle.execute(
                "insert into logs_resource_policy (account, region, name, document, updated_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (account, region, name) do update set document = excluded.document,"
                        + " updated_at = excluded.updated_at",
                caller.accountId(),
                caller.region(),
                policy.policyName(),
                policy.policyDocument(),
                policy.lastUpdatedTime());
    }

    /** Returns the account's policies. No resource has one of its own. */
    @Override
    public DescribeResourcePoliciesResponse describeResourcePolicies(DescribeResourcePoliciesRequest request) {
        new Constraints()
                .token("nextToken", request.nextToken())
                .range("limit", request.limit(), 1, LARGEST)
                .oneOf("policyScope", request.policyScopeAsString(), PolicyScope.knownValues())
                .check();
        boolean ofResources = request.policyScope() == PolicyScope.RESOURCE || request.resourceArn() != null;
        Page<ResourcePolicy> page = Page.ofSorted(
                ofResources ? List.of() : state.read(this::all),
                ResourcePolicy::policyName,
                request.nextToken(),
                Page.size(request.limit(), LARGEST),
                Failures::badToken);
        return DescribeResourcePoliciesResponse.builder()
                .resourcePolicies(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public DeleteResourcePolicyResponse deleteResourcePolicy(DeleteResourcePolicyRequest request) {
        refuseResource(request.resourceArn());
        new Constraints()
                .present("policyName", request.policyName())
                .length("policyName", request.policyName(), 1, 255)
                .check();
        boolean there = state.write(transaction -> transaction.execute(
                        "delete from logs_resource_policy" + OF + " and name = ?",
                        caller.accountId(),
                        caller.region(),
                        request.policyName())
                == 1);
        if (!there) {
            throw Failures.notFound("Policy with name [" + request.policyName() + "] does not exist.");
        }
        return DeleteResourcePolicyResponse.builder().build();
    }

    private List<ResourcePolicy> all(Handle handle) {
        return handle.select(
                        "select name, document, updated_at from logs_resource_policy" + OF
                                + " order by name collate \"C\"",
                        caller.accountId(),
                        caller.region())
                .map(ResourcePolicies::policy)
                .list();
    }

    private static ResourcePolicy policy(ResultSet row, StatementContext context) throws SQLException {
        return ResourcePolicy.builder()
                .policyName(row.getString("name"))
                .policyDocument(row.getString("document"))
                .lastUpdatedTime(row.getLong("updated_at"))
                .policyScope(PolicyScope.ACCOUNT)
                .build();
    }

    private static void refuseResource(String arn) {
        if (arn != null) {
            throw Failures.invalid("resourceArn is not implemented by Laguna: policies are the account's.");
        }
    }

    private static void requirePolicy(String document) {
        try {
            if (JSON.readTree(document).path("Statement").isContainerNode()) {
                return;
            }
        } catch (JsonProcessingException e) {
            throw Failures.invalid("The policy document is not JSON: " + e.getOriginalMessage());
        }
        throw Failures.invalid("The policy document has no Statement.");
    }
}
