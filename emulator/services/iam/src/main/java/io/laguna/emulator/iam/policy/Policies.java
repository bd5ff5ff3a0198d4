package io.laguna.emulator.iam.policy;

import io.laguna.emulator.iam.document.PolicyDocument;
import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.entity.NewEntity;
import io.laguna.emulator.iam.entity.Tags;
import io.laguna.emulator.iam.entity.Versions;
import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;

/**
 * The operations on managed policies: an account's own, and AWS's.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html">CreatePolicy</a>
 */
public final class Policies extends Room {
    /** The most characters of a managed policy's document, white space not counted. */
    static final int LARGEST = 6144;

    private static final int MOST = 1500;
    private static final Pattern PATH = Pattern.compile("((/[A-Za-z0-9.,+@=_-]+)*)/");

    private final Scope scope;
    private final ManagedPolicies managed;

    public Policies(Scope scope, ManagedPolicies managed) {
        this.scope = scope;
        this.managed = managed;
    }

    @Override
    public CreatePolicyResponse createPolicy(CreatePolicyRequest request) {
        Members.of(request, "PolicyName", "PolicyDocument")
                .pattern("path", request.path(), PATH)
                .check();
        String document = sized(PolicyDocument.managed(request.policyDocument()));
        return scope.state().write(transaction -> {
            Entities entities = new Entities(transaction);
            if (entities.count(scope.account(), Kind.POLICY) >= MOST) {
                throw Failures.quota("PoliciesPerAccount", MOST);
            }
            NewEntity made = NewEntity.of(
                            Kind.POLICY, request.policyName(), Members.path(request.path()), request.tags())
                    .described(request.description());
            Entity policy = entities.insert(scope.account(), made, scope.now());
            new Versions(transaction).insert(policy, 1, document, true, policy.createdAt());
            Policy.Builder shape = shapes(transaction).of(policy);
            if (!request.tags().isEmpty()) {
                shape.tags(new Tags(transaction).of(policy));
            }
            return CreatePolicyResponse.builder().policy(shape.build()).build();
        });
    }

    static String sized(PolicyDocument document) {
        if (document.size() > LARGEST) {
            throw Failures.quota("PolicySize", LARGEST);
        }
        return document.text();
    }

    @Override
    public DeletePolicyResponse deletePolicy(DeletePolicyRequest request) {
        Members.check(request, "PolicyArn");
        PolicyArn arn = PolicyArn.of(request.policyArn());
        scope.state().write(transaction -> {
            Entities entities = new Entities(transaction);
            Entity policy = arn.lock(transaction, scope);
            if (!entities.attached(scope.account(), policy.arn()).isEmpty()
                    || !entities.bounded(scope.account(), policy.arn()).isEmpty()) {
                throw Failures.conflict("Cannot delete a policy attached to entities.");
            }
            if (new Versions(transaction).of(policy).size() > 1) {
                throw Failures.conflict("This policy has more than one version. Before you delete a policy, you must"
                        + " delete the policy's versions. The default version is deleted with the policy.");
            }
            entities.delete(policy.id());
            return policy;
        });
        return DeletePolicyResponse.builder().build();
    }

    @Override
    public GetPolicyResponse getPolicy(GetPolicyRequest request) {
        Members.check(request, "PolicyArn");
        PolicyArn arn = PolicyArn.of(request.policyArn());
        return scope.state().read(handle -> {
            Optional<Policy> found = arn.isOfAws()
                    ? managed.find(arn.text())
                            .map(policy -> shapes(handle).of(policy).build())
                    : arn.find(handle, scope).map(policy -> shapes(handle)
                            .of(policy)
                            .description(policy.description().orElse(null))
                            .tags(new Tags(handle).of(policy))
                            .build());
            return GetPolicyResponse.builder()
                    .policy(found.orElseThrow(() -> Failures.noPolicy(arn.text())))
                    .build();
        });
    }

    @Override
    public ListPoliciesResponse listPolicies(ListPoliciesRequest request) {
        Members.of(request)
                .oneOf("scope", request.scopeAsString(), PolicyScopeType.knownValues())
                .oneOf("policyUsageFilter", request.policyUsageFilterAsString(), PolicyUsageType.knownValues())
                .check();
        String prefix = Optional.ofNullable(request.pathPrefix()).orElse("/");
        return scope.state().read(handle -> {
            List<Policy> all = new ArrayList<>();
            PolicyShapes shapes = shapes(handle);
            if (request.scope() != PolicyScopeType.AWS) {
                new Entities(handle)
                        .all(scope.account(), Kind.POLICY, prefix)
                        .forEach(policy -> all.add(shapes.of(policy).build()));
            }
            if (request.scope() != PolicyScopeType.LOCAL) {
                managed.all().stream()
                        .filter(policy -> policy.path().startsWith(prefix))
                        .forEach(policy -> all.add(shapes.of(policy).build()));
            }
            Listing<Policy> page = Listing.of(
                    all.stream().filter(policy -> isWanted(policy, request)).toList(),
                    Policy::arn,
                    request.marker(),
                    request.maxItems());
            return ListPoliciesResponse.builder()
                    .policies(page.entries())
                    .isTruncated(page.isTruncated())
                    .marker(page.marker())
                    .build();
        });
    }

    private static boolean isWanted(Policy policy, ListPoliciesRequest request) {
        boolean attached = policy.attachmentCount() > 0;
        boolean bounding = policy.permissionsBoundaryUsageCount() > 0;
        boolean used =
                switch (Optional.ofNullable(request.policyUsageFilter())
                        .orElse(PolicyUsageType.UNKNOWN_TO_SDK_VERSION)) {
                    case PERMISSIONS_POLICY -> attached;
                    case PERMISSIONS_BOUNDARY -> bounding;
                    case UNKNOWN_TO_SDK_VERSION -> true;
                };
        return used && (!Boolean.TRUE.equals(request.onlyAttached()) || attached || bounding);
    }

    private PolicyShapes shapes(Handle handle) {
        return PolicyShapes.of(handle, scope.account());
    }
}
