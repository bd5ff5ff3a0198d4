package io.laguna.emulator.iam.account;

import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;

/**
 * The operation that counts what an account has, beside what it may have.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html">GetAccountSummary</a>
 */
public final class Summary extends Room {
    private static final Map<String, Integer> QUOTAS = Map.ofEntries(
            Map.entry("UsersQuota", 5000),
            Map.entry("GroupsQuota", 300),
            Map.entry("RolesQuota", 1000),
            Map.entry("PoliciesQuota", 1500),
            Map.entry("InstanceProfilesQuota", 1000),
            Map.entry("AccessKeysPerUserQuota", 2),
            Map.entry("GroupsPerUserQuota", 10),
            Map.entry("AttachedPoliciesPerUserQuota", 10),
            Map.entry("AttachedPoliciesPerGroupQuota", 10),
            Map.entry("AttachedPoliciesPerRoleQuota", 10),
            Map.entry("UserPolicySizeQuota", 2048),
            Map.entry("GroupPolicySizeQuota", 5120),
            Map.entry("PolicySizeQuota", 6144),
            Map.entry("AssumeRolePolicySizeQuota", 2048),
            Map.entry("VersionsPerPolicyQuota", 5),
            Map.entry("PolicyVersionsInUseQuota", 10_000));

    private final Scope scope;

    public Summary(Scope scope) {
        this.scope = scope;
    }

    @Override
    public GetAccountSummaryResponse getAccountSummary(GetAccountSummaryRequest request) {
        Map<String, Integer> summary = new TreeMap<>(QUOTAS);
        scope.state().read(handle -> {
            Entities entities = new Entities(handle);
            Map<String, Kind> counted = Map.of(
                    "Users", Kind.USER,
                    "Groups", Kind.GROUP,
                    "Roles", Kind.ROLE,
                    "Policies", Kind.POLICY,
                    "InstanceProfiles", Kind.PROFILE);
            counted.forEach((name, kind) -> summary.put(name, Math.toIntExact(entities.count(scope.account(), kind))));
            long providers = entities.count(scope.account(), Kind.OIDC) + entities.count(scope.account(), Kind.SAML);
            summary.put("Providers", Math.toIntExact(providers));
            summary.put(
                    "PolicyVersionsInUse",
                    entities.attachments(scope.account()).keySet().size());
            return entities;
        });
        return GetAccountSummaryResponse.builder()
                .summaryMapWithStrings(summary)
                .build();
    }
}
