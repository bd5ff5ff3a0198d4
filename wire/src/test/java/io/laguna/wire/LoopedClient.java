package io.laguna.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/**
 * A real client of the SDK whose HTTP ends in this process. A test gets the request that it sends, and gives the answer
 * that it reads.
 */
final class LoopedClient implements SdkHttpClient {
    private Function<WireRequest, WireResponse> server = request -> {
        throw new IllegalStateException("Nobody answers");
    };

    <C extends SdkClient> C connect(Class<C> clientInterface) {
        try {
            AwsClientBuilder<?, ?> builder = (AwsClientBuilder<?, ?>)
                    clientInterface.getMethod("builder").invoke(null);
            builder.region(Region.US_EAST_1);
            // Some operations put a prefix before the host, which an address of digits does not stand.
            builder.endpointOverride(URI.create("http://localhost:4566"));
            builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
            builder.overrideConfiguration(each -> each.retryStrategy(DefaultRetryStrategy.doNotRetry()));
            ((SdkSyncClientBuilder<?, ?>) builder).httpClient(this);
            return clientInterface.cast(builder.build());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void answerWith(Function<WireRequest, WireResponse> answering) {
        server = answering;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                WireResponse response = server.apply(asWire(request));
                SdkHttpResponse.Builder http = SdkHttpResponse.builder().statusCode(response.status());
                response.headers().forEach(http::putHeader);
                return HttpExecuteResponse.builder()
                        .response(http.build())
                        .responseBody(AbortableInputStream.create(
                                response.stream().orElseGet(() -> new ByteArrayInputStream(response.body()))))
                        .build();
            }

            @Override
            public void abort() {
                // Nothing is under way.
            }
        };
    }

    static WireRequest asWire(HttpExecuteRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.httpRequest().forEachHeader((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return new WireRequest(
                request.httpRequest().method().name(),
                request.httpRequest().encodedPath(),
                request.httpRequest().encodedQueryParameters().orElse(""),
                headers,
                request.contentStreamProvider().map(LoopedClient::bytes).orElse(new byte[0]));
    }

    private static byte[] bytes(ContentStreamProvider provider) {
        try (InputStream stream = provider.newStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
