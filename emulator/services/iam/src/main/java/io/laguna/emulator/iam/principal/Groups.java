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
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupResponse;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupResponse;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupResponse;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserResponse;
import software.amazon.awssdk.services.iam.model.ListGroupsRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsResponse;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupResponse;
import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupResponse;

/**
 * The operations on groups, and on the users in them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateGroup.html">CreateGroup</a>
 */
public final class Groups extends Room {
    private static final int MOST = 300;
    private static final int MOST_OF_USER = 10;

    private final Scope scope;

    public Groups(Scope scope) {
        this.scope = scope;
    }

    @Override
    public CreateGroupResponse createGroup(CreateGroupRequest request) {
        Members.check(request, "GroupName");
        return scope.state().write(transaction -> {
            Entities entities = new Entities(transaction);
            if (entities.count(scope.account(), Kind.GROUP) >= MOST) {
                throw Failures.quota("GroupsPerAccount", MOST);
            }
            NewEntity made = NewEntity.of(Kind.GROUP, request.groupName(), Members.path(request.path()), List.of());
            return CreateGroupResponse.builder()
                    .group(Shapes.group(entities.insert(scope.account(), made, scope.now())))
                    .build();
        });
    }

    @Override
    public GetGroupResponse getGroup(GetGroupRequest request) {
        Members.check(request, "GroupName");
        return holder(request.groupName()).read((handle, group) -> {
            Listing<Entity> page = Listing.of(
                    new Entities(handle).members(group.id()), Entity::name, request.marker(), request.maxItems());
            return GetGroupResponse.builder()
                    .group(Shapes.group(group))
                    .users(page.entries().stream()
                            .map(user -> Shapes.user(user).build())
                            .toList())
                    .isTruncated(page.isTruncated())
                    .marker(page.marker())
                    .build();
        });
    }

    @Override
    public ListGroupsResponse listGroups(ListGroupsRequest request) {
        Members.check(request);
        List<Entity> all = scope.state().read(handle -> new Entities(handle)
                .all(scope.account(), Kind.GROUP, Members.path(request.pathPrefix())));
        Listing<Entity> page = Listing.of(all, Entity::name, request.marker(), request.maxItems());
        return ListGroupsResponse.builder()
                .groups(page.entries().stream().map(Shapes::group).toList())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    @Override
    public UpdateGroupResponse updateGroup(UpdateGroupRequest request) {
        Members.check(request, "GroupName");
        holder(request.groupName()).change((transaction, group) -> {
            new Entities(transaction)
                    .rename(
                            group,
                            Optional.ofNullable(request.newGroupName()).orElse(group.name()),
                            Optional.ofNullable(request.newPath()).orElse(group.path()));
            return group;
        });
        return UpdateGroupResponse.builder().build();
    }

    @Override
    public DeleteGroupResponse deleteGroup(DeleteGroupRequest request) {
        Members.check(request, "GroupName");
        holder(request.groupName()).change((transaction, group) -> {
            Entities entities = new Entities(transaction);
            if (!entities.members(group.id()).isEmpty()) {
                throw Failures.undeleted("remove users from group");
            }
            Users.checkPolicies(transaction, group);
            entities.delete(group.id());
            return group;
        });
        return DeleteGroupResponse.builder().build();
    }

    @Override
    public AddUserToGroupResponse addUserToGroup(AddUserToGroupRequest request) {
        Members.check(request, "GroupName", "UserName");
        holder(request.groupName()).change((transaction, group) -> {
            Entities entities = new Entities(transaction);
            Entity user = entities.lock(scope.account(), Kind.USER, request.userName());
            entities.join(group.id(), user.id());
            if (entities.containers(user.id()).size() > MOST_OF_USER) {
                throw Failures.quota("GroupsPerUser", MOST_OF_USER);
            }
            return group;
        });
        return AddUserToGroupResponse.builder().build();
    }

    @Override
    public RemoveUserFromGroupResponse removeUserFromGroup(RemoveUserFromGroupRequest request) {
        Members.check(request, "GroupName", "UserName");
        holder(request.groupName()).change((transaction, group) -> {
            Entities entities = new Entities(transaction);
            Entity user = entities.require(scope.account(), Kind.USER, request.userName());
            if (!entities.leave(group.id(), user.id())) {
                throw Failures.missing("User " + user.name() + " is not in group " + group.name() + ".");
            }
            return group;
        });
        return RemoveUserFromGroupResponse.builder().build();
    }

    @Override
    public ListGroupsForUserResponse listGroupsForUser(ListGroupsForUserRequest request) {
        Members.check(request, "UserName");
        List<Entity> all = new Holder(scope, Kind.USER, request.userName())
                .read((handle, user) -> new Entities(handle).containers(user.id()));
        Listing<Entity> page = Listing.of(all, Entity::name, request.marker(), request.maxItems());
        return ListGroupsForUserResponse.builder()
                .groups(page.entries().stream().map(Shapes::group).toList())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Holder holder(String name) {
        return new Holder(scope, Kind.GROUP, name);
    }
}
