package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.redshiftserverless.model.CreateUsageLimitRequest;
import software.amazon.awssdk.services.redshiftserverless.model.CreateUsageLimitResponse;
import software.amazon.awssdk.services.redshiftserverless.model.DeleteUsageLimitRequest;
import software.amazon.awssdk.services.redshiftserverless.model.DeleteUsageLimitResponse;
import software.amazon.awssdk.services.redshiftserverless.model.GetUsageLimitRequest;
import software.amazon.awssdk.services.redshiftserverless.model.GetUsageLimitResponse;
import software.amazon.awssdk.services.redshiftserverless.model.ListUsageLimitsRequest;
import software.amazon.awssdk.services.redshiftserverless.model.ListUsageLimitsResponse;
import software.amazon.awssdk.services.redshiftserverless.model.UpdateUsageLimitRequest;
import software.amazon.awssdk.services.redshiftserverless.model.UpdateUsageLimitResponse;
import software.amazon.awssdk.services.redshiftserverless.model.UsageLimit;
import software.amazon.awssdk.services.redshiftserverless.model.UsageLimitBreachAction;
import software.amazon.awssdk.services.redshiftserverless.model.UsageLimitPeriod;
import software.amazon.awssdk.services.redshiftserverless.model.UsageLimitUsageType;

/**
 * The operations on usage limits, which are kept: nothing here costs, so that no limit is reached.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateUsageLimit.html">
 *     CreateUsageLimit</a>
 */
final class UsageLimits extends Room {
    private static final Logger LOG = LoggerFactory.getLogger(UsageLimits.class);
    private static final int MOST = 100;

    private final Caller caller;
    private final ServerlessSetting setting;

    UsageLimits(Caller caller, ServerlessSetting setting) {
        this.caller = caller;
        this.setting = setting;
    }

    @Override
    public CreateUsageLimitResponse createUsageLimit(CreateUsageLimitRequest request) {
        new Constraints()
                .present("resourceArn", request.resourceArn())
                .text("resourceArn", request.resourceArn())
                .present("amount", request.amount())
                .range("amount", request.amount(), 1, Long.MAX_VALUE)
                .present("usageType", request.usageTypeAsString())
                .oneOf("usageType", request.usageTypeAsString(), UsageLimitUsageType.knownValues())
                .oneOf("period", request.periodAsString(), UsageLimitPeriod.knownValues())
                .oneOf("breachAction", request.breachActionAsString(), UsageLimitBreachAction.knownValues())
                .check();
        UUID id = UUID.randomUUID();
        UsageLimit limit = UsageLimit.builder()
                .usageLimitId(id.toString())
                .usageLimitArn(caller.arn("redshift-serverless", "usagelimit/" + id))
                .resourceArn(request.resourceArn())
                .usageType(request.usageType())
                .amount(request.amount())
                .period(Optional.ofNullable(request.period()).orElse(UsageLimitPeriod.MONTHLY))
                .breachAction(Optional.ofNullable(request.breachAction()).orElse(UsageLimitBreachAction.LOG))
                .build();
        setting.state().write(handle -> {
            boolean known = new WorkgroupRecords(handle).all(caller).stream().anyMatch(record -> record.workgroup()
                    .workgroupArn()
                    .equals(request.resourceArn()));
            if (!known) {
                throw Failures.notFound("workgroup", request.resourceArn());
            }
            return save(handle, limit);
        });
        LOG.warn("The usage limit {} is kept, and limits nothing", limit.usageLimitId());
        return CreateUsageLimitResponse.builder().usageLimit(limit).build();
    }

    private UsageLimit save(Handle handle, UsageLimit limit) {
        handle.execute(
                "insert into redshift_usage_limit (id, account, region, shape) values (?, ?, ?, ?)"
                        + " on conflict (id) do update set shape = excluded.shape",
                UUID.fromString(limit.usageLimitId()),
                caller.accountId(),
                caller.region(),
                ShapeJson.write(limit));
        return limit;
    }

    private List<UsageLimit> all(Handle handle) {
        return handle.select(
                        "select shape from redshift_usage_limit where account = ? and region = ? order by id::text"
                                + " collate \"C\"",
                        caller.accountId(),
                        caller.region())
                .mapTo(String.class)
                .map(shape -> ShapeJson.read(shape, UsageLimit.builder()))
                .list();
    }

    private UsageLimit known(Handle handle, String id) {
        new Constraints().present("usageLimitId", id).text("usageLimitId", id).check();
        return all(handle).stream()
                .filter(limit -> limit.usageLimitId().equals(id))
                .findFirst()
                .orElseThrow(() -> Failures.notFound("usage limit", id));
    }

    @Override
    public GetUsageLimitResponse getUsageLimit(GetUsageLimitRequest request) {
        UsageLimit limit = setting.state().read(handle -> known(handle, request.usageLimitId()));
        return GetUsageLimitResponse.builder().usageLimit(limit).build();
    }

    @Override
    public UpdateUsageLimitResponse updateUsageLimit(UpdateUsageLimitRequest request) {
        new Constraints()
                .range("amount", request.amount(), 1, Long.MAX_VALUE)
                .oneOf("breachAction", request.breachActionAsString(), UsageLimitBreachAction.knownValues())
                .check();
        UsageLimit changed = setting.state().write(handle -> {
            UsageLimit.Builder limit = known(handle, request.usageLimitId()).toBuilder();
            Optional.ofNullable(request.amount()).ifPresent(limit::amount);
            Optional.ofNullable(request.breachAction()).ifPresent(limit::breachAction);
            return save(handle, limit.build());
        });
        return UpdateUsageLimitResponse.builder().usageLimit(changed).build();
    }

    @Override
    public DeleteUsageLimitResponse deleteUsageLimit(DeleteUsageLimitRequest request) {
        UsageLimit deleted = setting.state().write(handle -> {
            UsageLimit limit = known(handle, request.usageLimitId());
            handle.execute("delete from redshift_usage_limit where id = ?", UUID.fromString(limit.usageLimitId()));
            return limit;
        });
        return DeleteUsageLimitResponse.builder().usageLimit(deleted).build();
    }

    @Override
    public ListUsageLimitsResponse listUsageLimits(ListUsageLimitsRequest request) {
        new Constraints().pages(request.maxResults()).check();
        List<UsageLimit> found = setting.state().read(this::all).stream()
                .filter(limit ->
                        request.resourceArn() == null || request.resourceArn().equals(limit.resourceArn()))
                .filter(limit -> request.usageType() == null || request.usageType() == limit.usageType())
                .toList();
        Page<UsageLimit> page = Page.ofSorted(
                found,
                UsageLimit::usageLimitId,
                request.nextToken(),
                Page.size(request.maxResults(), MOST),
                Failures::badToken);
        return ListUsageLimitsResponse.builder()
                .usageLimits(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }
}
