package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.session.PasswordDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The password of a master user, given by a request or made and kept in Secrets Manager.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-secrets-manager-integration.html">Managing admin
 *     passwords</a>
 */
final class MasterPassword {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Function<Caller, SecretsManagerClient> secrets;

    MasterPassword(Function<Caller, SecretsManagerClient> secrets) {
        this.secrets = secrets;
    }

    /**
     * A password with the secret that keeps it.
     *
     * @param text never to be printed or logged
     */
    record Chosen(String text, Optional<String> secretArn) {
        @Override
        public String toString() {
            return "Chosen in " + secretArn.orElse("the request");
        }
    }

    /** Returns the password that a request gives, or a new one that Secrets Manager keeps. */
    Chosen choose(Caller caller, String cluster, String user, String given, Boolean managed) {
        boolean isManaged = Boolean.TRUE.equals(managed);
        boolean isGiven = given != null && !given.isEmpty();
        if (isManaged && isGiven) {
            throw Failures.combination("You can't specify MasterUserPassword when ManageMasterPassword is true.");
        }
        if (isGiven) {
            Constraints.password(given);
            return new Chosen(given, Optional.empty());
        }
        if (!isManaged) {
            throw Failures.parameter("MasterUserPassword or ManageMasterPassword must be specified.");
        }
        String made = generated();
        return new Chosen(made, Optional.of(keep(secrets.apply(caller), cluster, user, made)));
    }

    /** Deletes the secret of a cluster that is deleted, or whose password Redshift manages no longer. */
    void forget(Caller caller, String secretArn) {
        try {
            secrets.apply(caller)
                    .deleteSecret(delete -> delete.secretId(secretArn).forceDeleteWithoutRecovery(true));
        } catch (ResourceNotFoundException e) {
            // Somebody has deleted it already.
        }
    }

    private static String keep(SecretsManagerClient client, String cluster, String user, String password) {
        String name = "redshift!" + cluster + "-" + user;
        String value = "{\"username\":\"" + user + "\",\"password\":\"" + password + "\"}";
        try {
            return client.createSecret(create -> create.name(name)
                            .description("Secret associated with Amazon Redshift cluster: " + cluster)
                            .secretString(value))
                    .arn();
        } catch (ResourceExistsException e) {
            return client.putSecretValue(put -> put.secretId(name).secretString(value))
                    .arn();
        }
    }

    private static String generated() {
        StringBuilder password = new StringBuilder("Aa2");
        while (password.length() < LENGTH) {
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** Returns the digest of a password, sealed for a cluster. */
    static String sealed(Seal seal, UUID namespace, String user, String password) {
        return seal.close(PasswordDigest.of(user, password).text(), place(namespace));
    }

    static PasswordDigest opened(Seal seal, UUID namespace, String sealed) {
        return new PasswordDigest(seal.open(sealed, place(namespace)));
    }

    private static String place(UUID namespace) {
        return "redshift/" + namespace;
    }
}
