package io.laguna.emulator.iam.policy;

import io.laguna.emulator.iam.document.PolicyDocument;
import io.laguna.emulator.iam.document.UrlText;
import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Versions;
import io.laguna.emulator.iam.entity.Versions.Version;
import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import java.util.List;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsResponse;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionResponse;

/**
 * The operations on the versions of managed policies. Of AWS's policies Laguna knows the default version alone.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html">Versioning IAM
 *     policies</a>
 */
public final class PolicyVersions extends Room {
    private static final int MOST = 5;

    private final Scope scope;
    private final ManagedPolicies managed;

    public PolicyVersions(Scope scope, ManagedPolicies managed) {
        this.scope = scope;
        this.managed = managed;
    }

    @Override
    public CreatePolicyVersionResponse createPolicyVersion(CreatePolicyVersionRequest request) {
        Members.check(request, "PolicyArn", "PolicyDocument");
        PolicyArn arn = PolicyArn.of(request.policyArn());
        String document = Policies.sized(PolicyDocument.managed(request.policyDocument()));
        return scope.state().write(transaction -> {
            Entity policy = arn.lock(transaction, scope);
            Versions versions = new Versions(transaction);
            if (versions.of(policy).size() >= MOST) {
                throw Failures.limit("A managed policy can have up to " + MOST + " versions. Before you create a new"
                        + " version, you must delete an existing version.");
            }
            int number = policy.latest() + 1;
            Version made =
                    versions.insert(policy, number, document, Boolean.TRUE.equals(request.setAsDefault()), scope.now());
            new Entities(transaction).setLatest(policy.id(), number, scope.now());
            return CreatePolicyVersionResponse.builder()
                    .policyVersion(shape(made).build())
                    .build();
        });
    }

    @Override
    public DeletePolicyVersionResponse deletePolicyVersion(DeletePolicyVersionRequest request) {
        Members.check(request, "PolicyArn", "VersionId");
        PolicyArn arn = PolicyArn.of(request.policyArn());
        scope.state().write(transaction -> {
            Entity policy = arn.lock(transaction, scope);
            Version version = require(transaction, policy, request.versionId());
            if (version.isDefault()) {
                throw Failures.conflict("Cannot delete the default version of a policy.");
            }
            new Versions(transaction).delete(policy, version.number());
            return version;
        });
        return DeletePolicyVersionResponse.builder().build();
    }

    @Override
    public SetDefaultPolicyVersionResponse setDefaultPolicyVersion(SetDefaultPolicyVersionRequest request) {
        Members.check(request, "PolicyArn", "VersionId");
        PolicyArn arn = PolicyArn.of(request.policyArn());
        scope.state().write(transaction -> {
            Entity policy = arn.lock(transaction, scope);
            Version version = require(transaction, policy, request.versionId());
            new Versions(transaction).makeDefault(policy, version.number());
            new Entities(transaction).setLatest(policy.id(), policy.latest(), scope.now());
            return version;
        });
        return SetDefaultPolicyVersionResponse.builder().build();
    }

    @Override
    public GetPolicyVersionResponse getPolicyVersion(GetPolicyVersionRequest request) {
        Members.check(request, "PolicyArn", "VersionId");
        PolicyArn arn = PolicyArn.of(request.policyArn());
        PolicyVersion found = arn.isOfAws()
                ? ofAws(arn, request.versionId())
                : scope.state().read(handle -> {
                    Version version = require(handle, require(handle, arn), request.versionId());
                    return shape(version)
                            .document(UrlText.of(version.document()))
                            .build();
                });
        return GetPolicyVersionResponse.builder().policyVersion(found).build();
    }

    private PolicyVersion ofAws(PolicyArn arn, String id) {
        ManagedPolicy policy = managed.find(arn.text()).orElseThrow(() -> Failures.noPolicy(arn.text()));
        if (!policy.version().equals(id)) {
            throw noVersion(arn.text(), id);
        }
        ManagedPolicy.Text text = managed.text(policy);
        return shape(policy, text).document(UrlText.of(text.document())).build();
    }

    @Override
    public ListPolicyVersionsResponse listPolicyVersions(ListPolicyVersionsRequest request) {
        Members.check(request, "PolicyArn");
        PolicyArn arn = PolicyArn.of(request.policyArn());
        List<PolicyVersion> all = arn.isOfAws()
                ? managed.find(arn.text())
                        .map(policy ->
                                List.of(shape(policy, managed.text(policy)).build()))
                        .orElseThrow(() -> Failures.noPolicy(arn.text()))
                : scope.state().read(handle -> new Versions(handle)
                        .of(require(handle, arn)).stream()
                                .map(version -> shape(version).build())
                                .toList());
        Listing<PolicyVersion> page = Listing.of(all, PolicyVersions::order, request.marker(), request.maxItems());
        return ListPolicyVersionsResponse.builder()
                .versions(page.entries())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    /** Returns a key that sorts the latest version first. */
    private static String order(PolicyVersion version) {
        String digits = version.versionId().substring(1);
        return "%010d".formatted(Integer.MAX_VALUE - Long.parseLong(digits));
    }

    private Entity require(Handle handle, PolicyArn arn) {
        return arn.find(handle, scope).orElseThrow(() -> Failures.noPolicy(arn.text()));
    }

    private static Version require(Handle handle, Entity policy, String id) {
        return new Versions(handle).find(policy, id).orElseThrow(() -> noVersion(policy.arn(), id));
    }

    private static RuntimeException noVersion(String arn, String id) {
        return Failures.missing("Policy " + arn + " version " + id + " does not exist or is not attachable.");
    }

    private static PolicyVersion.Builder shape(Version version) {
        return PolicyVersion.builder()
                .versionId(version.id())
                .isDefaultVersion(version.isDefault())
                .createDate(version.createdAt());
    }

    private static PolicyVersion.Builder shape(ManagedPolicy policy, ManagedPolicy.Text text) {
        return PolicyVersion.builder()
                .versionId(policy.version())
                .isDefaultVersion(true)
                .createDate(text.changedAt());
    }
}
