package io.laguna.emulator.iam.principal;

import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Holder;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.entity.NewEntity;
import io.laguna.emulator.iam.entity.Shapes;
import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import java.util.List;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleResponse;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesResponse;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.Tag;

/**
 * The operations on instance profiles, each of which hands one role to instances.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateInstanceProfile.html">
 *     CreateInstanceProfile</a>
 */
public final class Profiles extends Room {
    private static final int MOST = 1000;

    private final Scope scope;

    public Profiles(Scope scope) {
        this.scope = scope;
    }

    @Override
    public CreateInstanceProfileResponse createInstanceProfile(CreateInstanceProfileRequest request) {
        Members.check(request, "InstanceProfileName");
        return scope.state().write(transaction -> {
            Entities entities = new Entities(transaction);
            if (entities.count(scope.account(), Kind.PROFILE) >= MOST) {
                throw Failures.quota("InstanceProfilesPerAccount", MOST);
            }
            NewEntity made = NewEntity.of(
                    Kind.PROFILE, request.instanceProfileName(), Members.path(request.path()), request.tags());
            return CreateInstanceProfileResponse.builder()
                    .instanceProfile(whole(transaction, entities.insert(scope.account(), made, scope.now())))
                    .build();
        });
    }

    @Override
    public GetInstanceProfileResponse getInstanceProfile(GetInstanceProfileRequest request) {
        Members.check(request, "InstanceProfileName");
        return holder(request.instanceProfileName()).read((handle, profile) -> GetInstanceProfileResponse.builder()
                .instanceProfile(whole(handle, profile))
                .build());
    }

    private static InstanceProfile whole(Handle handle, Entity profile) {
        Shapes shapes = new Shapes(handle);
        List<Tag> tags = shapes.tags(profile);
        InstanceProfile.Builder shape = shapes.profile(profile);
        return tags.isEmpty() ? shape.build() : shape.tags(tags).build();
    }

    @Override
    public DeleteInstanceProfileResponse deleteInstanceProfile(DeleteInstanceProfileRequest request) {
        Members.check(request, "InstanceProfileName");
        holder(request.instanceProfileName()).change((transaction, profile) -> {
            Entities entities = new Entities(transaction);
            if (!entities.members(profile.id()).isEmpty()) {
                throw Failures.undeleted("remove roles from instance profile");
            }
            entities.delete(profile.id());
            return profile;
        });
        return DeleteInstanceProfileResponse.builder().build();
    }

    @Override
    public ListInstanceProfilesResponse listInstanceProfiles(ListInstanceProfilesRequest request) {
        Members.check(request);
        return scope.state().read(handle -> {
            List<Entity> all =
                    new Entities(handle).all(scope.account(), Kind.PROFILE, Members.path(request.pathPrefix()));
            Listing<Entity> page = Listing.of(all, Entity::name, request.marker(), request.maxItems());
            return ListInstanceProfilesResponse.builder()
                    .instanceProfiles(shapes(handle, page))
                    .isTruncated(page.isTruncated())
                    .marker(page.marker())
                    .build();
        });
    }

    @Override
    public ListInstanceProfilesForRoleResponse listInstanceProfilesForRole(ListInstanceProfilesForRoleRequest request) {
        Members.check(request, "RoleName");
        return new Holder(scope, Kind.ROLE, request.roleName()).read((handle, role) -> {
            List<Entity> all = new Entities(handle).containers(role.id());
            Listing<Entity> page = Listing.of(all, Entity::name, request.marker(), request.maxItems());
            return ListInstanceProfilesForRoleResponse.builder()
                    .instanceProfiles(shapes(handle, page))
                    .isTruncated(page.isTruncated())
                    .marker(page.marker())
                    .build();
        });
    }

    private static List<InstanceProfile> shapes(Handle handle, Listing<Entity> page) {
        return page.entries().stream()
                .map(profile -> new Shapes(handle).profile(profile).build())
                .toList();
    }

    @Override
    public AddRoleToInstanceProfileResponse addRoleToInstanceProfile(AddRoleToInstanceProfileRequest request) {
        Members.check(request, "InstanceProfileName", "RoleName");
        holder(request.instanceProfileName()).change((transaction, profile) -> {
            Entities entities = new Entities(transaction);
            Entity role = entities.lock(scope.account(), Kind.ROLE, request.roleName());
            if (!entities.members(profile.id()).isEmpty()) {
                throw Failures.quota("InstanceSessionsPerInstanceProfile", 1);
            }
            entities.join(profile.id(), role.id());
            return profile;
        });
        return AddRoleToInstanceProfileResponse.builder().build();
    }

    @Override
    public RemoveRoleFromInstanceProfileResponse removeRoleFromInstanceProfile(
            RemoveRoleFromInstanceProfileRequest request) {
        Members.check(request, "InstanceProfileName", "RoleName");
        holder(request.instanceProfileName()).change((transaction, profile) -> {
            Entities entities = new Entities(transaction);
            Entity role = entities.require(scope.account(), Kind.ROLE, request.roleName());
            if (!entities.leave(profile.id(), role.id())) {
                throw Kind.ROLE.missing(role.name());
            }
            return profile;
        });
        return RemoveRoleFromInstanceProfileResponse.builder().build();
    }

    private Holder holder(String name) {
        return new Holder(scope, Kind.PROFILE, name);
    }
}
