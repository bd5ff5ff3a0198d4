package io.laguna.emulator.iam.principal;

import io.laguna.emulator.iam.document.PolicyDocument;
import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Holder;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.entity.NewEntity;
import io.laguna.emulator.iam.entity.Shapes;
import io.laguna.emulator.iam.policy.Boundaries;
import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleResponse;

/**
 * The operations on roles.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">CreateRole</a>
 */
public final class Roles extends Room {
    static final int HOUR = 3600;
    private static final int MOST = 1000;

    /** The most characters of a trust policy, white space not counted. */
    private static final int LARGEST_TRUST = 2048;

    private final Scope scope;
    private final Boundaries boundaries;

    public Roles(Scope scope, Boundaries boundaries) {
        this.scope = scope;
        this.boundaries = boundaries;
    }

    @Override
    public CreateRoleResponse createRole(CreateRoleRequest request) {
        Members.check(request, "RoleName", "AssumeRolePolicyDocument");
        String path = Members.path(request.path());
        if (path.startsWith(Entity.SERVICE_LINKED)) {
            throw Failures.validation("Paths under " + Entity.SERVICE_LINKED
                    + " are reserved for service-linked roles: use CreateServiceLinkedRole.");
        }
        String trust = trust(request.assumeRolePolicyDocument());
        return scope.state().write(transaction -> {
            Entities entities = new Entities(transaction);
            boundaries.check(transaction, Optional.ofNullable(request.permissionsBoundary()));
            if (entities.count(scope.account(), Kind.ROLE) >= MOST) {
                throw Failures.quota("RolesPerAccount", MOST);
            }
            NewEntity made = NewEntity.of(Kind.ROLE, request.roleName(), path, request.tags())
                    .described(request.description())
                    .withDocument(trust)
                    .withSession(
                            Optional.ofNullable(request.maxSessionDuration()).orElse(HOUR))
                    .within(request.permissionsBoundary());
            Entity role = entities.insert(scope.account(), made, scope.now());
            return CreateRoleResponse.builder()
                    .role(new Shapes(transaction).wholeRole(role).build())
                    .build();
        });
    }

    private static String trust(String text) {
        PolicyDocument trust = PolicyDocument.trust(text);
        if (trust.size() > LARGEST_TRUST) {
            throw Failures.quota("ACLSizePerRole", LARGEST_TRUST);
        }
        return trust.text();
    }

    @Override
    public GetRoleResponse getRole(GetRoleRequest request) {
        Members.check(request, "RoleName");
        return holder(request.roleName()).read((handle, role) -> GetRoleResponse.builder()
                .role(new Shapes(handle)
                        .wholeRole(role)
                        .roleLastUsed(Shapes.lastUsed(role))
                        .build())
                .build());
    }

    @Override
    public ListRolesResponse listRoles(ListRolesRequest request) {
        Members.check(request);
        List<Entity> all = scope.state().read(handle -> new Entities(handle)
                .all(scope.account(), Kind.ROLE, Members.path(request.pathPrefix())));
        Listing<Entity> page = Listing.of(all, Entity::name, request.marker(), request.maxItems());
        return ListRolesResponse.builder()
                .roles(page.entries().stream()
                        .map(role -> Shapes.role(role).build())
                        .toList())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    @Override
    public UpdateRoleResponse updateRole(UpdateRoleRequest request) {
        Members.check(request, "RoleName");
        holder(request.roleName()).change((transaction, role) -> {
            new Entities(transaction)
                    .describe(
                            role.id(),
                            Optional.ofNullable(request.description()),
                            Optional.ofNullable(request.maxSessionDuration()));
            return role;
        });
        return UpdateRoleResponse.builder().build();
    }

    @Override
    public UpdateRoleDescriptionResponse updateRoleDescription(UpdateRoleDescriptionRequest request) {
        Members.check(request, "RoleName", "Description");
        return holder(request.roleName()).change((transaction, role) -> {
            Entities entities = new Entities(transaction);
            entities.describe(role.id(), Optional.of(request.description()), Optional.empty());
            return UpdateRoleDescriptionResponse.builder()
                    .role(new Shapes(transaction)
                            .wholeRole(entities.require(scope.account(), Kind.ROLE, role.name()))
                            .build())
                    .build();
        });
    }

    @Override
    public UpdateAssumeRolePolicyResponse updateAssumeRolePolicy(UpdateAssumeRolePolicyRequest request) {
        Members.check(request, "RoleName", "PolicyDocument");
        String trust = trust(request.policyDocument());
        holder(request.roleName()).change((transaction, role) -> {
            new Entities(transaction).setDocument(role.id(), trust, scope.now());
            return role;
        });
        return UpdateAssumeRolePolicyResponse.builder().build();
    }

    @Override
    public DeleteRoleResponse deleteRole(DeleteRoleRequest request) {
        Members.check(request, "RoleName");
        holder(request.roleName()).change((transaction, role) -> {
            Entities entities = new Entities(transaction);
            if (!entities.containers(role.id()).isEmpty()) {
                throw Failures.undeleted("remove roles from instance profile");
            }
            Users.checkPolicies(transaction, role);
            entities.delete(role.id());
            return role;
        });
        return DeleteRoleResponse.builder().build();
    }

    private Holder holder(String name) {
        return new Holder(scope, Kind.ROLE, name);
    }
}
