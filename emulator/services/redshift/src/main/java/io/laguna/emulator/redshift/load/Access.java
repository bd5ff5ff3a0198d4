package io.laguna.emulator.redshift.load;

import io.laguna.emulator.redshift.session.Scope;
import io.laguna.redshift.sql.statement.Credentials;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Workbench;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * The proof that a statement may use S3.
 *
 * @param roles takes the last of a chain of roles on
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-authorization.html">Authorization
 *     parameters</a>
 */
public record Access(Function<List<String>, AwsCredentials> roles) {
    /** Returns the credentials that a statement names, and refuses a role that the cluster does not have. */
    public AwsCredentials of(Credentials credentials, Scope scope, Workbench bench) throws SqlFailure {
        if (credentials instanceof Credentials.Keys keys) {
            return keys.sessionToken().isPresent()
                    ? AwsSessionCredentials.create(
                            keys.accessKeyId(),
                            keys.secretAccessKey(),
                            keys.sessionToken().get())
                    : AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey());
        } else if (credentials instanceof Credentials.Roles named) {
            return role(named.arns(), scope, bench);
        } else if (credentials instanceof Credentials.DefaultRole) {
            return role(
                    List.of(scope.cluster()
                            .defaultRole()
                            .orElseThrow(() -> new SqlFailure(
                                    "XX000",
                                    "The cluster " + scope.cluster().identifier()
                                            + " has no default IAM role: IAM_ROLE default needs one"))),
                    scope,
                    bench);
        }
        throw new SqlFailure("0A000", "IAM_ROLE 'SESSION' is only supported for external schemas");
    }

    private AwsCredentials role(List<String> chain, Scope scope, Workbench bench) throws SqlFailure {
        List<String> attached = scope.cluster().roles();
        if (!attached.isEmpty() && !attached.contains(chain.get(0))) {
            throw notAuthorized(chain.get(0), scope, bench);
        }
        try {
            return roles.apply(chain);
        } catch (RoleRefused e) {
            throw notAuthorized(e.role(), scope, bench);
        }
    }

    private static SqlFailure notAuthorized(String role, Scope scope, Workbench bench) {
        String user = "arn:aws:redshift:" + scope.cluster().region() + ":"
                + scope.cluster().account() + ":dbuser:" + scope.cluster().identifier() + "/" + scope.role();
        return Detail.failure(
                "User " + user + " is not authorized to assume IAM Role " + role,
                Detail.REQUEST,
                "IAM Role=" + role,
                bench);
    }
}
