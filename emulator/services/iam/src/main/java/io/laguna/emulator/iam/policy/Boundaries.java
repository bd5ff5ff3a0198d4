package io.laguna.emulator.iam.policy;

import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Holder;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryResponse;

/**
 * The operations on permissions boundaries: the policies that say how much a user or a role may have at most.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">Permissions
 *     boundaries</a>
 */
public final class Boundaries extends Room {
    private final Scope scope;
    private final ManagedPolicies managed;

    public Boundaries(Scope scope, ManagedPolicies managed) {
        this.scope = scope;
        this.managed = managed;
    }

    /** Refuses a boundary that is no managed policy. */
    public void check(Handle transaction, Optional<String> arn) {
        arn.ifPresent(text -> require(transaction, text));
    }

    private void require(Handle transaction, String text) {
        if (!text.matches("arn:aws[a-z-]*:iam::(aws|\\d{12}):policy/.+")) {
            throw Failures.input("Value (" + text + ") for parameter PermissionsBoundary is invalid.");
        }
        PolicyArn arn = PolicyArn.of(text);
        if (managed.find(text).isEmpty() && arn.find(transaction, scope).isEmpty()) {
            throw Failures.missing("Scope ARN: " + text + " does not exist or is not attachable.");
        }
        if (!arn.isOfAws()) {
            // Whoever deletes it meanwhile waits, and finds it in use.
            arn.lock(transaction, scope);
        }
    }

    private void put(Kind kind, String name, Optional<String> boundary) {
        new Holder(scope, kind, name).change((transaction, entity) -> {
            check(transaction, boundary);
            if (boundary.isEmpty() && entity.boundary().isEmpty()) {
                throw Failures.missing(
                        "The entity with name " + entity.name() + " has no permissions boundary to delete.");
            }
            new Entities(transaction).setBoundary(entity.id(), boundary);
            return entity;
        });
    }

    @Override
    public PutRolePermissionsBoundaryResponse putRolePermissionsBoundary(PutRolePermissionsBoundaryRequest request) {
        Members.check(request, "RoleName", "PermissionsBoundary");
        put(Kind.ROLE, request.roleName(), Optional.of(request.permissionsBoundary()));
        return PutRolePermissionsBoundaryResponse.builder().build();
    }

    @Override
    public DeleteRolePermissionsBoundaryResponse deleteRolePermissionsBoundary(
            DeleteRolePermissionsBoundaryRequest request) {
        Members.check(request, "RoleName");
        put(Kind.ROLE, request.roleName(), Optional.empty());
        return DeleteRolePermissionsBoundaryResponse.builder().build();
    }

    @Override
    public PutUserPermissionsBoundaryResponse putUserPermissionsBoundary(PutUserPermissionsBoundaryRequest request) {
        Members.check(request, "UserName", "PermissionsBoundary");
        put(Kind.USER, request.userName(), Optional.of(request.permissionsBoundary()));
        return PutUserPermissionsBoundaryResponse.builder().build();
    }

    @Override
    public DeleteUserPermissionsBoundaryResponse deleteUserPermissionsBoundary(
            DeleteUserPermissionsBoundaryRequest request) {
        Members.check(request, "UserName");
        put(Kind.USER, request.userName(), Optional.empty());
        return DeleteUserPermissionsBoundaryResponse.builder().build();
    }
}
