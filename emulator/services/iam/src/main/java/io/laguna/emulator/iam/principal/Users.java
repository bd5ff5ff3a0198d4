package io.laguna.emulator.iam.principal;

import io.laguna.emulator.iam.entity.Attachments;
import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Holder;
import io.laguna.emulator.iam.entity.Inline;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.entity.NewEntity;
import io.laguna.emulator.iam.entity.Shapes;
import io.laguna.emulator.iam.key.IssuedKeys;
import io.laguna.emulator.iam.key.KeyRecord;
import io.laguna.emulator.iam.key.KeyRecords;
import io.laguna.emulator.iam.key.LoginRecords;
import io.laguna.emulator.iam.policy.Boundaries;
import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import io.laguna.emulator.iam.rule.Self;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserResponse;
import software.amazon.awssdk.services.iam.model.User;

/**
 * The operations on users.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html">CreateUser</a>
 */
public final class Users extends Room {
    private static final int MOST = 5000;

    /** Nobody has made the owner of the lake: the first day of all times stands for that. */
    private static final Instant OWNER_SINCE = Instant.EPOCH;

    private final Scope scope;
    private final Self self;
    private final Boundaries boundaries;
    private final IssuedKeys issued;

    public Users(Scope scope, Self self, Boundaries boundaries, IssuedKeys issued) {
        this.issued = issued;
        this.scope = scope;
        this.self = self;
        this.boundaries = boundaries;
    }

    @Override
    public CreateUserResponse createUser(CreateUserRequest request) {
        Members.of(request, "UserName")
                .shortName("userName", request.userName())
                .check();
        return scope.state().write(transaction -> {
            Entities entities = new Entities(transaction);
            boundaries.check(transaction, Optional.ofNullable(request.permissionsBoundary()));
            if (entities.count(scope.account(), Kind.USER) >= MOST) {
                throw Failures.quota("UsersPerAccount", MOST);
            }
            Entity user = entities.insert(
                    scope.account(),
                    NewEntity.of(Kind.USER, request.userName(), Members.path(request.path()), request.tags())
                            .within(request.permissionsBoundary()),
                    scope.now());
            return CreateUserResponse.builder()
                    .user(new Shapes(transaction).whole(user))
                    .build();
        });
    }

    /** Returns a user, or the caller. A caller may be one whom IAM has not made: the owner of the lake. */
    @Override
    public GetUserResponse getUser(GetUserRequest request) {
        Members.check(request);
        String name = self.name(request.userName());
        return scope.state().read(handle -> {
            Optional<User> user = new Entities(handle)
                    .find(scope.account(), Kind.USER, name)
                    .map(found -> new Shapes(handle).whole(found));
            return GetUserResponse.builder()
                    .user(user.or(() -> caller(request)).orElseThrow(() -> Kind.USER.missing(name)))
                    .build();
        });
    }

    private Optional<User> caller(GetUserRequest request) {
        return Optional.of(User.builder()
                        .path("/")
                        .userName(self.name(request.userName()))
                        .userId(self.principal().userId())
                        .arn(self.principal().arn())
                        .createDate(OWNER_SINCE)
                        .build())
                .filter(own -> request.userName() == null);
    }

    @Override
    public ListUsersResponse listUsers(ListUsersRequest request) {
        Members.check(request);
        List<Entity> all = scope.state().read(handle -> new Entities(handle)
                .all(scope.account(), Kind.USER, Members.path(request.pathPrefix())));
        Listing<Entity> page = Listing.of(all, Entity::name, request.marker(), request.maxItems());
        return ListUsersResponse.builder()
                .users(page.entries().stream()
                        .map(user -> Shapes.user(user).build())
                        .toList())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    @Override
    public UpdateUserResponse updateUser(UpdateUserRequest request) {
        Members.check(request, "UserName");
        List<KeyRecord> keys = new Holder(scope, Kind.USER, request.userName()).change((transaction, user) -> {
            new Entities(transaction)
                    .rename(
                            user,
                            Optional.ofNullable(request.newUserName()).orElse(user.name()),
                            Optional.ofNullable(request.newPath()).orElse(user.path()));
            return new KeyRecords(transaction).of(user);
        });
        keys.forEach(key -> issued.refresh(key.id()));
        return UpdateUserResponse.builder().build();
    }

    @Override
    public DeleteUserResponse deleteUser(DeleteUserRequest request) {
        Members.check(request, "UserName");
        new Holder(scope, Kind.USER, request.userName()).change((transaction, user) -> {
            checkEmpty(transaction, user);
            new Entities(transaction).delete(user.id());
            return user;
        });
        return DeleteUserResponse.builder().build();
    }

    private static void checkEmpty(Handle transaction, Entity user) {
        if (!new KeyRecords(transaction).of(user).isEmpty()) {
            throw Failures.undeleted("delete access keys");
        }
        if (new LoginRecords(transaction).find(user).isPresent()) {
            throw Failures.undeleted("delete login profile");
        }
        if (!new Entities(transaction).containers(user.id()).isEmpty()) {
            throw Failures.undeleted("remove user from groups");
        }
        checkPolicies(transaction, user);
    }

    /** Refuses to delete a user, a group or a role that has policies. */
    static void checkPolicies(Handle transaction, Entity entity) {
        if (!new Attachments(transaction).of(entity).isEmpty()) {
            throw Failures.undeleted("detach all policies");
        }
        if (!new Inline(transaction).of(entity).isEmpty()) {
            throw Failures.undeleted("delete policies");
        }
    }
}
