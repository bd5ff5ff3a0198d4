package io.laguna.emulator.iam.entity;

import io.laguna.emulator.iam.document.UrlText;
import java.util.List;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleLastUsed;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

/** Entities as IAM answers them. Lists tell less than the operations on one. */
public record Shapes(Handle handle) {
    /** The one word that AWS answers; its model has another one. */
    private static final String BOUNDARY_TYPE = "Policy";

    /** Returns a user as lists have it. */
    public static User.Builder user(Entity entity) {
        return User.builder()
                .path(entity.path())
                .userName(entity.name())
                .userId(entity.uniqueId())
                .arn(entity.arn())
                .createDate(entity.createdAt());
    }

    /** Returns all of a user. */
    public User whole(Entity entity) {
        User.Builder user = user(entity).permissionsBoundary(boundary(entity));
        if (!tags(entity).isEmpty()) {
            user.tags(tags(entity));
        }
        return user.build();
    }

    public static Group group(Entity entity) {
        return Group.builder()
                .path(entity.path())
                .groupName(entity.name())
                .groupId(entity.uniqueId())
                .arn(entity.arn())
                .createDate(entity.createdAt())
                .build();
    }

    /** Returns a role as lists have it. */
    public static Role.Builder role(Entity entity) {
        return Role.builder()
                .path(entity.path())
                .roleName(entity.name())
                .roleId(entity.uniqueId())
                .arn(entity.arn())
                .createDate(entity.createdAt())
                .assumeRolePolicyDocument(UrlText.of(entity.document().orElseThrow()))
                .description(entity.description().orElse(null))
                .maxSessionDuration(entity.session());
    }

    /** Returns all of a role but its last use. */
    public Role.Builder wholeRole(Entity entity) {
        Role.Builder role = role(entity).permissionsBoundary(boundary(entity));
        return tags(entity).isEmpty() ? role : role.tags(tags(entity));
    }

    public static RoleLastUsed lastUsed(Entity role) {
        return role.use()
                .map(use -> RoleLastUsed.builder()
                        .lastUsedDate(use.time())
                        .region(use.region())
                        .build())
                .orElseGet(() -> RoleLastUsed.builder().build());
    }

    /** Returns an instance profile with its role. */
    public InstanceProfile.Builder profile(Entity entity) {
        return InstanceProfile.builder()
                .path(entity.path())
                .instanceProfileName(entity.name())
                .instanceProfileId(entity.uniqueId())
                .arn(entity.arn())
                .createDate(entity.createdAt())
                .roles(new Entities(handle)
                        .members(entity.id()).stream()
                                .map(role -> role(role).build())
                                .toList());
    }

    /** Returns the boundary of an entity; null where it has none. */
    public static AttachedPermissionsBoundary boundary(Entity entity) {
        return entity.boundary()
                .map(arn -> AttachedPermissionsBoundary.builder()
                        .permissionsBoundaryType(BOUNDARY_TYPE)
                        .permissionsBoundaryArn(arn)
                        .build())
                .orElse(null);
    }

    public List<Tag> tags(Entity entity) {
        return new Tags(handle).of(entity);
    }
}
