package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.server.ManagedPassword;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The password of a master user, given by a request or made and kept in Secrets Manager.
 *
 * @param text never to be printed or logged
 */
record MasterPassword(String text, Optional<String> secretArn) {
    /** Returns the password that a request gives, or a new one that Secrets Manager keeps. */
    static MasterPassword choose(
            Function<Caller, SecretsManagerClient> secrets,
            Caller caller,
            String cluster,
            String user,
            String given,
            Boolean managed) {
        boolean isManaged = Boolean.TRUE.equals(managed);
        boolean isGiven = given != null && !given.isEmpty();
        if (isManaged && isGiven) {
            throw Failures.combination("You can't specify MasterUserPassword when ManageMasterPassword is true.");
        }
        if (isGiven) {
            Constraints.password(given);
            return new MasterPassword(given, Optional.empty());
        }
        if (!isManaged) {
            throw Failures.parameter("MasterUserPassword or ManageMasterPassword must be specified.");
        }
        ManagedPassword.Made made = new ManagedPassword(secrets).make(caller, cluster, user);
        return new MasterPassword(made.text(), Optional.of(made.secretArn()));
    }

    @Override
    public String toString() {
        return "MasterPassword in " + secretArn.orElse("the request");
    }
}
