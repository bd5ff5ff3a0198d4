package io.laguna.emulator.iam.account;

import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyResponse;

/**
 * The operations on an account's alias and on its rules for passwords.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html">
 *     UpdateAccountPasswordPolicy</a>
 */
public final class Account extends Room {
    private static final int SHORTEST_PASSWORD = 6;

    private final Scope scope;

    public Account(Scope scope) {
        this.scope = scope;
    }

    @Override
    public CreateAccountAliasResponse createAccountAlias(CreateAccountAliasRequest request) {
        Members.check(request, "AccountAlias");
        scope.state().write(transaction -> {
            AccountRecords accounts = new AccountRecords(transaction);
            if (accounts.owner(request.accountAlias())
                    .filter(owner -> !owner.equals(scope.account()))
                    .isPresent()) {
                throw Failures.exists("The account alias " + request.accountAlias() + " already exists.");
            }
            accounts.setAlias(scope.account(), Optional.of(request.accountAlias()), scope.now());
            return accounts;
        });
        return CreateAccountAliasResponse.builder().build();
    }

    @Override
    public DeleteAccountAliasResponse deleteAccountAlias(DeleteAccountAliasRequest request) {
        Members.check(request, "AccountAlias");
        scope.state().write(transaction -> {
            AccountRecords accounts = new AccountRecords(transaction);
            if (!accounts.alias(scope.account()).equals(Optional.of(request.accountAlias()))) {
                throw Failures.missing("The account alias with name " + request.accountAlias() + " cannot be found.");
            }
            accounts.setAlias(scope.account(), Optional.empty(), scope.now());
            return accounts;
        });
        return DeleteAccountAliasResponse.builder().build();
    }

    @Override
    public ListAccountAliasesResponse listAccountAliases(ListAccountAliasesRequest request) {
        Members.check(request);
        List<String> all = scope.state().read(handle -> new AccountRecords(handle)
                .alias(scope.account()).stream().toList());
        Listing<String> page = Listing.of(all, Function.identity(), request.marker(), request.maxItems());
        return ListAccountAliasesResponse.builder()
                .accountAliases(page.entries())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    /** Replaces the rules: what a request does not name has AWS's default. */
    @Override
    public UpdateAccountPasswordPolicyResponse updateAccountPasswordPolicy(UpdateAccountPasswordPolicyRequest request) {
        Members.check(request);
        PasswordPolicy policy = PasswordPolicy.builder()
                .minimumPasswordLength(
                        Optional.ofNullable(request.minimumPasswordLength()).orElse(SHORTEST_PASSWORD))
                .requireSymbols(Boolean.TRUE.equals(request.requireSymbols()))
                .requireNumbers(Boolean.TRUE.equals(request.requireNumbers()))
                .requireUppercaseCharacters(Boolean.TRUE.equals(request.requireUppercaseCharacters()))
                .requireLowercaseCharacters(Boolean.TRUE.equals(request.requireLowercaseCharacters()))
                .allowUsersToChangePassword(Boolean.TRUE.equals(request.allowUsersToChangePassword()))
                .expirePasswords(request.maxPasswordAge() != null)
                .maxPasswordAge(request.maxPasswordAge())
                .passwordReusePrevention(request.passwordReusePrevention())
                .hardExpiry(request.hardExpiry())
                .build();
        scope.state().write(transaction -> {
            AccountRecords accounts = new AccountRecords(transaction);
            accounts.setPasswordPolicy(scope.account(), Optional.of(ShapeJson.write(policy)), scope.now());
            return accounts;
        });
        return UpdateAccountPasswordPolicyResponse.builder().build();
    }

    @Override
    public GetAccountPasswordPolicyResponse getAccountPasswordPolicy(GetAccountPasswordPolicyRequest request) {
        return GetAccountPasswordPolicyResponse.builder()
                .passwordPolicy(scope.state()
                        .read(handle -> PasswordRules.of(handle, scope))
                        .policy()
                        .orElseThrow(this::noPolicy))
                .build();
    }

    @Override
    public DeleteAccountPasswordPolicyResponse deleteAccountPasswordPolicy(DeleteAccountPasswordPolicyRequest request) {
        scope.state().write(transaction -> {
            AccountRecords accounts = new AccountRecords(transaction);
            if (accounts.passwordPolicy(scope.account()).isEmpty()) {
                throw noPolicy();
            }
            accounts.setPasswordPolicy(scope.account(), Optional.empty(), scope.now());
            return accounts;
        });
        return DeleteAccountPasswordPolicyResponse.builder().build();
    }

    private RuntimeException noPolicy() {
        return Failures.missing("The Password Policy with domain name " + scope.account() + " cannot be found.");
    }
}
