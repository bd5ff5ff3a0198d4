package io.laguna.engines.spark;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.s3a.AWSCredentialProviderList;
import org.apache.hadoop.fs.s3a.DefaultS3ClientFactory;
import org.apache.hadoop.fs.s3a.auth.IAMInstanceCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The S3 clients of S3A. A job that sets {@code fs.s3a.endpoint} to an address of AWS means the S3 that it runs beside, which
 * is the lake: the property {@value #LAKE}. Any other address is left as it is. A job that asks its instance for the key of
 * the instance's role has the key of its environment: there is no instance.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/s3.html">Amazon S3 endpoints</a>
 */
public final class LakeClients extends DefaultS3ClientFactory {
    static final String LAKE = "laguna.s3.endpoint";

    private static final Pattern AWS = Pattern.compile(
            "(?:https?://)?(?:[a-z0-9-]+\\.)*amazonaws\\.com(?:\\.cn)?(?::\\d+)?/?", Pattern.CASE_INSENSITIVE);

    @Override
    public S3Client createS3Client(URI uri, S3ClientCreationParameters parameters) throws IOException {
        return super.createS3Client(uri, onTheLake(parameters));
    }

    @Override
    public S3AsyncClient createS3AsyncClient(URI uri, S3ClientCreationParameters parameters) throws IOException {
        return super.createS3AsyncClient(uri, onTheLake(parameters));
    }

    private S3ClientCreationParameters onTheLake(S3ClientCreationParameters parameters) {
        return parameters
                .withEndpoint(endpoint(parameters.getEndpoint(), getConf()))
                .withCredentialSet(keys(parameters.getCredentialSet()));
    }

    /** Returns providers of keys with the environment's in the place of the instance's. */
    static AwsCredentialsProvider keys(AwsCredentialsProvider asked) {
        if (asked instanceof AWSCredentialProviderList list
                && list.getProviders().stream().anyMatch(LakeClients::isInstances)) {
            return new AWSCredentialProviderList(list.getProviders().stream()
                    .map(each -> isInstances(each) ? EnvironmentVariableCredentialsProvider.create() : each)
                    .toList());
        }
        return asked;
    }

    private static boolean isInstances(AwsCredentialsProvider provider) {
        return provider instanceof IAMInstanceCredentialsProvider
                || provider instanceof InstanceProfileCredentialsProvider;
    }

    /**
     * Returns the address to call.
     *
     * @param asked the job's; blank is S3A's way to say AWS
     */
    static String endpoint(String asked, Configuration configuration) {
        String lake = configuration.getTrimmed(LAKE, "");
        boolean isAws =
                asked == null || asked.isBlank() || AWS.matcher(asked.strip()).matches();
        return isAws && !lake.isEmpty() ? lake : asked;
    }
}
