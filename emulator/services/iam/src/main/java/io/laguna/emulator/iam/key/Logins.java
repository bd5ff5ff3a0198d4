package io.laguna.emulator.iam.key;

import io.laguna.emulator.iam.account.PasswordRules;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Holder;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.key.LoginRecords.Login;
import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import io.laguna.emulator.iam.rule.Self;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.LoginProfile;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileResponse;

/**
 * The operations on logins for the console. A password is held against the account's rules and then forgotten: Laguna has
 * no console, and nobody logs in with it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateLoginProfile.html">CreateLoginProfile</a>
 */
public final class Logins extends Room {
    private final Scope scope;
    private final Self self;

    public Logins(Scope scope, Self self) {
        this.scope = scope;
        this.self = self;
    }

    @Override
    public CreateLoginProfileResponse createLoginProfile(CreateLoginProfileRequest request) {
        Members.check(request, "Password");
        return holder(request.userName()).change((transaction, user) -> {
            LoginRecords logins = new LoginRecords(transaction);
            if (logins.find(user).isPresent()) {
                throw Failures.exists("Login Profile for user " + user.name() + " already exists.");
            }
            PasswordRules.of(transaction, scope).check(request.password());
            Login login = new Login(scope.now(), Boolean.TRUE.equals(request.passwordResetRequired()));
            logins.put(user, login);
            return CreateLoginProfileResponse.builder()
                    .loginProfile(shape(user, login))
                    .build();
        });
    }

    @Override
    public GetLoginProfileResponse getLoginProfile(GetLoginProfileRequest request) {
        Members.check(request);
        return holder(request.userName()).read((handle, user) -> GetLoginProfileResponse.builder()
                .loginProfile(shape(user, require(handle, user)))
                .build());
    }

    @Override
    public UpdateLoginProfileResponse updateLoginProfile(UpdateLoginProfileRequest request) {
        Members.check(request, "UserName");
        holder(request.userName()).change((transaction, user) -> {
            Login login = require(transaction, user);
            Optional.ofNullable(request.password()).ifPresent(PasswordRules.of(transaction, scope)::check);
            boolean mustReset =
                    Optional.ofNullable(request.passwordResetRequired()).orElse(login.mustReset());
            new LoginRecords(transaction).put(user, new Login(login.createdAt(), mustReset));
            return user;
        });
        return UpdateLoginProfileResponse.builder().build();
    }

    @Override
    public DeleteLoginProfileResponse deleteLoginProfile(DeleteLoginProfileRequest request) {
        Members.check(request);
        holder(request.userName()).change((transaction, user) -> {
            require(transaction, user);
            new LoginRecords(transaction).delete(user);
            return user;
        });
        return DeleteLoginProfileResponse.builder().build();
    }

    private static Login require(Handle handle, Entity user) {
        return new LoginRecords(handle)
                .find(user)
                .orElseThrow(() -> Failures.missing("Login Profile for User " + user.name() + " cannot be found."));
    }

    private static LoginProfile shape(Entity user, Login login) {
        return LoginProfile.builder()
                .userName(user.name())
                .createDate(login.createdAt())
                .passwordResetRequired(login.mustReset())
                .build();
    }

    private Holder holder(String name) {
        return new Holder(scope, Kind.USER, self.name(name));
    }
}
