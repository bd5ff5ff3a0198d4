package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.lake.LakeClients;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;

/** Tests of functions that clients of HTTP call by their URLs, by path and by host. */
@ExtendWith(SharedLake.class)
@NeedsPython
class FunctionUrlSystemTest {
    private static final String SHOWS = "import json\ndef handler(event, context):\n"
            + "    about = event['requestContext']\n"
            + "    return {'statusCode': 202, 'headers': {'X-Method': about['http']['method']}, 'cookies': ['a=1', 'b=2'],\n"
            + "        'body': json.dumps([event['rawPath'], event.get('body'), about['domainName'], about['accountId']])}\n";

    private final LakeClients clients;

    FunctionUrlSystemTest(SharedLake.Running running) {
        this.clients = new LakeClients(running.lake().endpoint(), running.lake().keys());
    }

    @Test
    void aFunctionIsCalledByPathByHostAndSigned() throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        try (LambdaClient lambda = clients.client(LambdaClient.builder())) {
            FunctionZip.make(lambda, "shown-by-url", SHOWS);
            URI url = URI.create(lambda.createFunctionUrlConfig(
                            create -> create.functionName("shown-by-url").authType(FunctionUrlAuthType.NONE))
                    .functionUrl());
            lambda.addPermission(add -> add.functionName("shown-by-url")
                    .statementId("all")
                    .action("lambda:InvokeFunctionUrl")
                    .principal("*")
                    .functionUrlAuthType(FunctionUrlAuthType.NONE));

            HttpResponse<String> byPath = http.send(
                    HttpRequest.newBuilder(url.resolve("orders/7"))
                            .header("Content-Type", "text/plain")
                            .POST(BodyPublishers.ofString("grüß dich"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(byPath.statusCode()).isEqualTo(202);
            assertThat(byPath.body())
                    .isEqualTo("[\"/orders/7\", \"gr\\u00fc\\u00df dich\", \"" + url.getHost() + "\", \"anonymous\"]");
            assertThat(byPath.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
            assertThat(byPath.headers().firstValue("x-method")).contains("POST");

            String host = Path.of(url.getPath()).getName(2) + ".lambda-url.us-east-1.on.aws";
            assertThat(byHost(url, host)).startsWith("HTTP/1.1 202").contains("[\"/x\", null, \"" + host + "\"");

            HttpRequest page = HttpRequest.newBuilder(url)
                    .header("Origin", "https://page.example")
                    .header("Sec-Fetch-Site", "cross-site")
                    .build();
            assertThat(http.send(page, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
            lambda.updateFunctionUrlConfig(
                    update -> update.functionName("shown-by-url").authType(FunctionUrlAuthType.AWS_IAM));
            assertThat(http.send(page, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
            HttpRequest.Builder plain = HttpRequest.newBuilder(url);
            assertThat(http.send(plain.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(403);
            plain.header(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=123456789012/20260101/us-east-1/lambda/aws4_request,"
                            + " SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64));
            plain.header("X-Amz-Date", "20260101T000000Z");
            assertThat(http.send(plain.build(), BodyHandlers.ofString()).statusCode())
                    .as("another account, which no policy lets in")
                    .isEqualTo(403);
            lambda.addPermission(add -> add.functionName("shown-by-url")
                    .statementId("other")
                    .action("lambda:InvokeFunctionUrl")
                    .principal("123456789012")
                    .functionUrlAuthType(FunctionUrlAuthType.AWS_IAM));
            assertThat(http.send(plain.build(), BodyHandlers.ofString()).body()).endsWith("\"123456789012\"]");
        }
    }

    /** Calls by a name that no machine finds: only the header says it. */
    private static String byHost(URI url, String host) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write(("GET /x HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
