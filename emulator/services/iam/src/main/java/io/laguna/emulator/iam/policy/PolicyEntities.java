package io.laguna.emulator.iam.policy;

import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;
import software.amazon.awssdk.services.iam.model.PolicyUser;

/**
 * The operation that tells who has a managed policy.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html">The API</a>
 */
public final class PolicyEntities extends Room {
    private final Scope scope;
    private final ManagedPolicies managed;

    public PolicyEntities(Scope scope, ManagedPolicies managed) {
        this.scope = scope;
        this.managed = managed;
    }

    @Override
    public ListEntitiesForPolicyResponse listEntitiesForPolicy(ListEntitiesForPolicyRequest request) {
        Members.of(request, "PolicyArn")
                .oneOf("entityFilter", request.entityFilterAsString(), EntityType.knownValues())
                .oneOf("policyUsageFilter", request.policyUsageFilterAsString(), PolicyUsageType.knownValues())
                .check();
        PolicyArn arn = PolicyArn.of(request.policyArn());
        String prefix = Optional.ofNullable(request.pathPrefix()).orElse("/");
        List<Entity> all = scope.state().read(handle -> {
            if (managed.find(arn.text()).isEmpty() && arn.find(handle, scope).isEmpty()) {
                throw Failures.noPolicy(arn.text());
            }
            return users(handle, arn, request.policyUsageFilter())
                    .filter(entity -> entity.path().startsWith(prefix))
                    .filter(entity -> isOf(entity.kind(), request.entityFilter()))
                    .toList();
        });
        Listing<Entity> page = Listing.of(all, Entity::arn, request.marker(), request.maxItems());
        return ListEntitiesForPolicyResponse.builder()
                .policyGroups(of(page, Kind.GROUP, PolicyEntities::group))
                .policyUsers(of(page, Kind.USER, PolicyEntities::user))
                .policyRoles(of(page, Kind.ROLE, PolicyEntities::role))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Stream<Entity> users(Handle handle, PolicyArn arn, PolicyUsageType usage) {
        Entities entities = new Entities(handle);
        Stream<Entity> attached = usage == PolicyUsageType.PERMISSIONS_BOUNDARY
                ? Stream.empty()
                : entities.attached(scope.account(), arn.text()).stream();
        Stream<Entity> bounded = usage == PolicyUsageType.PERMISSIONS_POLICY
                ? Stream.empty()
                : entities.bounded(scope.account(), arn.text()).stream();
        return Stream.concat(attached, bounded).distinct();
    }

    private static boolean isOf(Kind kind, EntityType filter) {
        return switch (Optional.ofNullable(filter).orElse(EntityType.UNKNOWN_TO_SDK_VERSION)) {
            case USER -> kind == Kind.USER;
            case GROUP -> kind == Kind.GROUP;
            case ROLE -> kind == Kind.ROLE;
            case LOCAL_MANAGED_POLICY, AWS_MANAGED_POLICY -> false;
            case UNKNOWN_TO_SDK_VERSION -> true;
        };
    }

    private static <T> List<T> of(Listing<Entity> page, Kind kind, Function<Entity, T> shape) {
        return page.entries().stream()
                .filter(entity -> entity.kind() == kind)
                .map(shape)
                .toList();
    }

    private static PolicyGroup group(Entity entity) {
        return PolicyGroup.builder()
                .groupName(entity.name())
                .groupId(entity.uniqueId())
                .build();
    }

    private static PolicyUser user(Entity entity) {
        return PolicyUser.builder()
                .userName(entity.name())
                .userId(entity.uniqueId())
                .build();
    }

    private static PolicyRole role(Entity entity) {
        return PolicyRole.builder()
                .roleName(entity.name())
                .roleId(entity.uniqueId())
                .build();
    }
}
