package io.laguna.emulator.iam.policy;

import io.laguna.emulator.iam.document.UrlText;
import io.laguna.emulator.iam.entity.Attachments;
import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Inline;
import io.laguna.emulator.iam.entity.Shapes;
import io.laguna.emulator.iam.entity.Versions;
import java.util.List;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/** Everything about entities, as GetAccountAuthorizationDetails answers it. */
record DetailShapes(Handle handle, PolicyShapes policies) {
    UserDetail user(Entity user) {
        return UserDetail.builder()
                .path(user.path())
                .userName(user.name())
                .userId(user.uniqueId())
                .arn(user.arn())
                .createDate(user.createdAt())
                .userPolicyList(inline(user))
                .groupList(new Entities(handle)
                        .containers(user.id()).stream().map(Entity::name).toList())
                .attachedManagedPolicies(attached(user))
                .permissionsBoundary(Shapes.boundary(user))
                .tags(new Shapes(handle).tags(user))
                .build();
    }

    GroupDetail group(Entity group) {
        return GroupDetail.builder()
                .path(group.path())
                .groupName(group.name())
                .groupId(group.uniqueId())
                .arn(group.arn())
                .createDate(group.createdAt())
                .groupPolicyList(inline(group))
                .attachedManagedPolicies(attached(group))
                .build();
    }

    RoleDetail role(Entity role) {
        Shapes shapes = new Shapes(handle);
        return RoleDetail.builder()
                .path(role.path())
                .roleName(role.name())
                .roleId(role.uniqueId())
                .arn(role.arn())
                .createDate(role.createdAt())
                .assumeRolePolicyDocument(UrlText.of(role.document().orElseThrow()))
                .instanceProfileList(new Entities(handle)
                        .containers(role.id()).stream()
                                .map(profile -> shapes.profile(profile).build())
                                .toList())
                .rolePolicyList(inline(role))
                .attachedManagedPolicies(attached(role))
                .permissionsBoundary(Shapes.boundary(role))
                .tags(shapes.tags(role))
                .roleLastUsed(Shapes.lastUsed(role))
                .build();
    }

    ManagedPolicyDetail policy(Entity policy) {
        return detail(
                        policies.of(policy).build(),
                        new Versions(handle)
                                .of(policy).stream()
                                        .map(version -> PolicyVersion.builder()
                                                .versionId(version.id())
                                                .isDefaultVersion(version.isDefault())
                                                .createDate(version.createdAt())
                                                .document(UrlText.of(version.document()))
                                                .build())
                                        .toList())
                .description(policy.description().orElse(null))
                .build();
    }

    ManagedPolicyDetail policy(ManagedPolicy policy, ManagedPolicy.Text text) {
        PolicyVersion version = PolicyVersion.builder()
                .versionId(policy.version())
                .isDefaultVersion(true)
                .createDate(text.changedAt())
                .document(UrlText.of(text.document()))
                .build();
        return detail(policies.of(policy).build(), List.of(version)).build();
    }

    private static ManagedPolicyDetail.Builder detail(Policy policy, List<PolicyVersion> versions) {
        return ManagedPolicyDetail.builder()
                .policyName(policy.policyName())
                .policyId(policy.policyId())
                .arn(policy.arn())
                .path(policy.path())
                .defaultVersionId(policy.defaultVersionId())
                .attachmentCount(policy.attachmentCount())
                .permissionsBoundaryUsageCount(policy.permissionsBoundaryUsageCount())
                .isAttachable(policy.isAttachable())
                .createDate(policy.createDate())
                .updateDate(policy.updateDate())
                .policyVersionList(versions);
    }

    private List<PolicyDetail> inline(Entity entity) {
        return new Inline(handle)
                .of(entity).entrySet().stream()
                        .map(policy -> PolicyDetail.builder()
                                .policyName(policy.getKey())
                                .policyDocument(UrlText.of(policy.getValue()))
                                .build())
                        .toList();
    }

    private List<AttachedPolicy> attached(Entity entity) {
        return new Attachments(handle)
                .of(entity).stream()
                        .map(PolicyArn::of)
                        .map(AttachedPolicies::shape)
                        .toList();
    }
}
