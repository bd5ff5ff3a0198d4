package io.laguna.glue.redshift;

import io.laguna.glue.format.Options;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * The proof by which a cluster uses the temporary folder.
 *
 * @param clause what COPY and UNLOAD say of it
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/spark-redshift-connector-auth.html">Authentication with
 *     the Spark connector</a>
 */
public record Authorization(String clause) {

    /**
     * Returns the proof that options give: a role of the cluster's, keys, or the job's own keys.
     *
     * @param own whether the job's own keys serve when the options say nothing, as in Glue
     * @throws IllegalArgumentException when there is none, or only a part of one
     */
    public static Authorization of(Options options, boolean own) {
        Optional<String> role = options.text("aws_iam_role");
        Optional<String> key = options.text("temporary_aws_access_key_id");
        boolean forwarded = options.flag("forward_spark_s3_credentials");
        if ((role.isPresent() ? 1 : 0) + (key.isPresent() ? 1 : 0) + (forwarded ? 1 : 0) > 1) {
            throw new IllegalArgumentException(
                    "The options aws_iam_role, forward_spark_s3_credentials and temporary_aws_* exclude one another");
        }
        if (role.isPresent()) {
            return new Authorization("IAM_ROLE " + Sql.text(role.get()));
        } else if (key.isPresent()) {
            return keys(
                    key.get(),
                    options.required("temporary_aws_secret_access_key"),
                    Optional.of(options.required("temporary_aws_session_token")));
        } else if (forwarded || own) {
            return jobs();
        }
        throw new IllegalArgumentException("Redshift needs a way to the temporary folder: aws_iam_role,"
                + " forward_spark_s3_credentials=true, or temporary_aws_access_key_id,"
                + " temporary_aws_secret_access_key and temporary_aws_session_token");
    }

    private static Authorization jobs() {
        try (DefaultCredentialsProvider provider =
                DefaultCredentialsProvider.builder().build()) {
            AwsCredentials found = provider.resolveCredentials();
            return keys(
                    found.accessKeyId(),
                    found.secretAccessKey(),
                    found instanceof AwsSessionCredentials session
                            ? Optional.of(session.sessionToken())
                            : Optional.empty());
        }
    }

    private static Authorization keys(String id, String secret, Optional<String> token) {
        return new Authorization("ACCESS_KEY_ID " + Sql.text(id) + " SECRET_ACCESS_KEY " + Sql.text(secret)
                + token.map(text -> " SESSION_TOKEN " + Sql.text(text)).orElse(""));
    }

    /** Returns a text without the keys. */
    @Override
    public String toString() {
        return clause.startsWith("IAM_ROLE") ? clause : "keys";
    }
}
