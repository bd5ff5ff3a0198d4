package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * The way in which a request names a secret: by its name, its ARN, or its ARN without the six characters at the end.
 *
 * @param owner whose secret it is; an ARN says so itself
 * @param text the name, with or without a hyphen and the six characters
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen">Partial
 *     ARNs</a>
 */
record SecretId(Caller owner, String text, boolean isArn) {
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:secretsmanager:([a-z0-9-]+):(\\d{12}):secret:(.+)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9/_+=.@!-]*");
    private static final int SUFFIX = 7;

    /** Reads the id of a request. */
    static SecretId of(Caller caller, String given) {
        new Constraints().secretId(given).check();
        Matcher arn = ARN.matcher(given);
        if (arn.matches()) {
            checkName(arn.group(3));
            return new SecretId(new Caller(arn.group(2), arn.group(1)), arn.group(3), true);
        }
        checkName(given);
        return new SecretId(caller, given, false);
    }

    /** Checks the characters of a name. */
    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Failures.validation("Invalid name. Must be a valid name containing alphanumeric characters, or any of"
                    + " the following: -/_+=.@!");
        }
    }

    /** Returns the secret; empty where there is none. A whole ARN goes before a part of one. */
    Optional<SecretRecord> find(Handle handle) {
        SecretRecords secrets = new SecretRecords(handle);
        Optional<SecretRecord> whole = isArn && text.length() > SUFFIX
                ? secrets.find(owner, text.substring(0, text.length() - SUFFIX))
                        .filter(secret -> text.endsWith("-" + secret.suffix()))
                : Optional.empty();
        return whole.or(() -> secrets.find(owner, text));
    }

    /** Returns the secret, whatever its state. */
    SecretRecord require(Handle handle) {
        return find(handle).orElseThrow(Failures::noSecret);
    }

    /** Returns the secret, held until the end of the transaction, unless it is marked for deletion. */
    SecretRecord lock(Handle transaction) {
        SecretRecord secret = lockAny(transaction);
        if (secret.deletedAt().isPresent()) {
            throw Failures.marked();
        }
        return secret;
    }

    /** Returns the secret, held until the end of the transaction, also when it is marked for deletion. */
    SecretRecord lockAny(Handle transaction) {
        return find(transaction)
                .flatMap(found -> new SecretRecords(transaction).lock(found.id()))
                .orElseThrow(Failures::noSecret);
    }
}
