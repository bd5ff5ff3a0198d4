package io.laguna.engines.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.s3a.AWSCredentialProviderList;
import org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider;
import org.apache.hadoop.fs.s3a.auth.IAMInstanceCredentialsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;

class LakeClientsTest {
    private static final String LAKE = "http://127.0.0.1:4566";

    private final Configuration configuration = new Configuration(false);

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "s3.amazonaws.com",
                "https://s3.amazonaws.com",
                "http://s3.amazonaws.com/",
                "s3.eu-central-1.amazonaws.com",
                "S3-us-west-2.amazonaws.com:443",
                "https://bucket.vpce-1a2b3c4d-5e6f.s3.us-east-1.vpce.amazonaws.com",
                "s3.cn-north-1.amazonaws.com.cn"
            })
    void anAddressOfAwsIsTheLake(String asked) {
        configuration.set(LakeClients.LAKE, LAKE);

        assertThat(LakeClients.endpoint(asked, configuration)).isEqualTo(LAKE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9000",
                "minio:9000",
                "https://storage.example.com",
                "amazonaws.com.example.org",
                "https://myamazonaws.com"
            })
    void anyOtherAddressIsTheJobsOwn(String asked) {
        configuration.set(LakeClients.LAKE, LAKE);

        assertThat(LakeClients.endpoint(asked, configuration)).isEqualTo(asked);
    }

    @Test
    void aKeyOfTheInstanceIsThatOfTheEnvironment() throws IOException {
        SimpleAWSCredentialsProvider own = new SimpleAWSCredentialsProvider(null, configuration);
        AWSCredentialProviderList asked =
                new AWSCredentialProviderList(List.of(own, new IAMInstanceCredentialsProvider()));

        AWSCredentialProviderList keys = (AWSCredentialProviderList) LakeClients.keys(asked);

        assertThat(keys.getProviders()).first().isSameAs(own);
        assertThat(keys.getProviders()).last().isInstanceOf(EnvironmentVariableCredentialsProvider.class);
        AWSCredentialProviderList none = new AWSCredentialProviderList(List.of(own));
        assertThat(LakeClients.keys(none)).isSameAs(none);
    }

    @Test
    void withoutALakeNothingChanges() {
        assertThat(LakeClients.endpoint("s3.amazonaws.com", configuration)).isEqualTo("s3.amazonaws.com");
    }
}
