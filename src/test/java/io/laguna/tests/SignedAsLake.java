package io.laguna.tests;

import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The {@code client.credentials-provider} of Iceberg's clients, which gives them the key from their catalog's
 * properties.
 *
 * @see <a href="https://iceberg.apache.org/docs/1.10.1/aws/#aws-client-customization">Client customization</a>
 */
public final class SignedAsLake implements AwsCredentialsProvider {
    private final AwsCredentials credentials;

    private SignedAsLake(AwsCredentials credentials) {
        this.credentials = credentials;
    }

    /** Creates a provider. Iceberg calls this with the properties below {@code client.credentials-provider}. */
    public static SignedAsLake create(Map<String, String> properties) {
        return new SignedAsLake(AwsBasicCredentials.create(properties.get("id"), properties.get("secret")));
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return credentials;
    }
}
