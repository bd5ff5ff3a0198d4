package io.laguna.engines.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

class UnsignedBodiesTest {
    @Test
    void theSignatureLeavesTheBodyOutAndTheRequestGoesWhereItWent() {
        SdkHttpRequest request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.PUT)
                .uri(URI.create("http://127.0.0.1:4566/bucket/key"))
                .putHeader("Content-Length", "4")
                .build();

        SignedRequest signed = new UnsignedBodies()
                .sign(each -> each.identity(AwsCredentialsIdentity.create("laguna", "secret"))
                        .request(request)
                        .payload(ContentStreamProvider.fromUtf8String("body"))
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(AwsV4FamilyHttpSigner.CHUNK_ENCODING_ENABLED, true));

        assertThat(signed.request().getUri()).isEqualTo(request.getUri());
        assertThat(signed.request().firstMatchingHeader("x-amz-content-sha256")).contains("UNSIGNED-PAYLOAD");
        assertThat(signed.request().firstMatchingHeader("Host")).contains("127.0.0.1:4566");
        assertThat(signed.request().firstMatchingHeader("Authorization").orElse(""))
                .startsWith("AWS4-HMAC-SHA256 Credential=laguna/");
        assertThat(signed.payload().orElseThrow().newStream()).hasContent("body");
    }
}
