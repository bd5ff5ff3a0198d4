package io.laguna.emulator.iam.account;

import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Scope;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;

/**
 * The rules for passwords of an account.
 *
 * @param policy its own; empty for AWS's default
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html">Password
 *     policies, and the default one</a>
 */
public record PasswordRules(Optional<PasswordPolicy> policy) {
    private static final int SHORTEST = 8;
    private static final Pattern SYMBOL = Pattern.compile("[!@#$%^&*()_+\\-=\\[\\]{}|']");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
    private static final Pattern SMALL = Pattern.compile("[a-z]");
    private static final int KINDS_BY_DEFAULT = 3;

    /** Returns the rules of an account. */
    public static PasswordRules of(Handle handle, Scope scope) {
        return new PasswordRules(
                new AccountRecords(handle).passwordPolicy(scope.account()).map(PasswordRules::read));
    }

    private static PasswordPolicy read(String json) {
        return ShapeJson.read(json, PasswordPolicy.builder());
    }

    /** Refuses a password that breaks a rule. The message does not repeat it. */
    public void check(String password) {
        if (policy.isEmpty()) {
            long kinds = List.of(SYMBOL, DIGIT, CAPITAL, SMALL).stream()
                    .filter(kind -> has(password, kind))
                    .count();
            require(password.length() >= SHORTEST, "Password should have a minimum length of " + SHORTEST);
            require(
                    kinds >= KINDS_BY_DEFAULT,
                    "Password should have at least three of: uppercase letters, lowercase letters, numbers, symbols");
            return;
        }
        PasswordPolicy own = policy.get();
        require(
                password.length() >= own.minimumPasswordLength(),
                "Password should have a minimum length of " + own.minimumPasswordLength());
        demand(own.requireSymbols(), password, SYMBOL, "symbol");
        demand(own.requireNumbers(), password, DIGIT, "number");
        demand(own.requireUppercaseCharacters(), password, CAPITAL, "uppercase letter");
        demand(own.requireLowercaseCharacters(), password, SMALL, "lowercase letter");
    }

    private static void demand(Boolean wanted, String password, Pattern kind, String name) {
        require(!Boolean.TRUE.equals(wanted) || has(password, kind), "Password should have at least one " + name);
    }

    private static boolean has(String password, Pattern kind) {
        return kind.matcher(password).find();
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw Failures.password(otherwise);
        }
    }
}
