package io.laguna.emulator.redshift.server;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.redshift.session.PasswordDigest;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The passwords of first users: those that Redshift makes are kept in Secrets Manager, and those that the engine is yet to
 * be told are digests, sealed.
 *
 * @param secrets Secrets Manager as a caller sees it
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-secrets-manager-integration.html">Managing admin
 *     passwords</a>
 */
public record ManagedPassword(Function<Caller, SecretsManagerClient> secrets) {
    private static final String CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    /** One of each kind that a password must have. */
    private static final String BEGINNING = "Aa2";

    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A password that was made.
     *
     * @param text never to be printed or logged
     */
    public record Made(String text, String secretArn) {
        @Override
        public String toString() {
            return "Made in " + secretArn;
        }
    }

    /**
     * Makes a password and keeps it.
     *
     * @param what the cluster or namespace, in the secret's name
     */
    public Made make(Caller caller, String what, String user) {
        StringBuilder password = new StringBuilder(BEGINNING);
        while (password.length() < LENGTH) {
            password.append(CHARACTERS.charAt(RANDOM.nextInt(CHARACTERS.length())));
        }
        String text = password.toString();
        return new Made(text, keep(secrets.apply(caller), "redshift!" + what + "-" + user, user, text));
    }

    /** The token, which clients make for their users over HTTP, is made here: the service is called directly. */
    private static String keep(SecretsManagerClient client, String name, String user, String password) {
        String token = UUID.randomUUID().toString();
        String value = "{\"username\":\"" + user + "\",\"password\":\"" + password + "\"}";
        try {
            return client.createSecret(create -> create.name(name)
                            .clientRequestToken(token)
                            .description("The password of " + user + ", managed by Amazon Redshift")
                            .secretString(value))
                    .arn();
        } catch (ResourceExistsException e) {
            return client.putSecretValue(
                            put -> put.secretId(name).clientRequestToken(token).secretString(value))
                    .arn();
        }
    }

    /** Deletes the secret of what is deleted, if nobody has deleted it before. */
    public void forget(Caller caller, String secretArn) {
        try {
            secrets.apply(caller)
                    .deleteSecret(delete -> delete.secretId(secretArn).forceDeleteWithoutRecovery(true));
        } catch (ResourceNotFoundException e) {
            // Somebody has deleted it already.
        }
    }

    /** Returns the digest of a password, sealed for the folder of data whose engine is to be told it. */
    public static String sealed(Seal seal, UUID namespace, String user, String password) {
        return seal.close(PasswordDigest.of(user, password).text(), place(namespace));
    }

    /** Returns a digest that was sealed. */
    public static PasswordDigest opened(Seal seal, UUID namespace, String sealed) {
        return new PasswordDigest(seal.open(sealed, place(namespace)));
    }

    private static String place(UUID namespace) {
        return "redshift/" + namespace;
    }
}
