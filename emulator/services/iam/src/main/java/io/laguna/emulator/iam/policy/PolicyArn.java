package io.laguna.emulator.iam.policy;

import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Scope;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * The ARN of a managed policy.
 *
 * @param owner an account, or {@code aws}
 */
record PolicyArn(String text, String owner, String path, String name) {
    private static final Pattern FORM = Pattern.compile("arn:aws[a-z-]*:iam::(aws|\\d{12}):policy(/(?:.*/)?)([^/]+)");

    static PolicyArn of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw Failures.validation("ARN " + text + " is not valid.");
        }
        return new PolicyArn(text, matcher.group(1), matcher.group(2), matcher.group(3));
    }

    boolean isOfAws() {
        return owner.equals("aws");
    }

    /** Returns the account's own policy; empty where there is none. */
    Optional<Entity> find(Handle handle, Scope scope) {
        return owner.equals(scope.account())
                ? new Entities(handle).find(owner, Kind.POLICY, name).filter(policy -> policy.arn()
                        .equals(text))
                : Optional.empty();
    }

    /** Returns the account's own policy, which nobody else changes before the transaction ends. */
    Entity lock(Handle handle, Scope scope) {
        if (isOfAws()) {
            throw Failures.denied("User is not authorized to change " + text + ": it is a policy of AWS.");
        }
        if (find(handle, scope).isEmpty()) {
            throw Failures.noPolicy(text);
        }
        return new Entities(handle).lock(owner, Kind.POLICY, name);
    }
}
