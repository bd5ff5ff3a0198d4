package io.laguna.emulator.redshift.load;

import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * The roles that a cluster takes on by STS, each with the credentials of the one before it.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service.html#authorizing-redshift-service-chaining-roles">Chaining
 *     IAM roles</a>
 */
public record AssumedRoles(StsClient sts) implements Function<List<String>, AwsCredentials> {
    private static final String SESSION = "RedshiftIamRoleSession";

    @Override
    public AwsCredentials apply(List<String> chain) {
        AwsCredentials last = assume(AssumeRoleRequest.builder(), chain.get(0));
        for (String role : chain.subList(1, chain.size())) {
            StaticCredentialsProvider before = StaticCredentialsProvider.create(last);
            last = assume(
                    AssumeRoleRequest.builder().overrideConfiguration(options -> options.credentialsProvider(before)),
                    role);
        }
        return last;
    }

    private AwsCredentials assume(AssumeRoleRequest.Builder request, String role) {
        try {
            Credentials credentials = sts.assumeRole(
                            request.roleArn(role).roleSessionName(SESSION).build())
                    .credentials();
            return AwsSessionCredentials.create(
                    credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken());
        } catch (SdkException e) {
            throw new RoleRefused(role, e);
        }
    }
}
