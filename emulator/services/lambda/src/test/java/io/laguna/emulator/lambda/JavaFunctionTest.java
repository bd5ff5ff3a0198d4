package io.laguna.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Functions in Java, by AWS's own runtime client. */
@ExtendWith(LambdaLake.class)
class JavaFunctionTest {
    @Test
    void aMethodOfAClassAnswersAndFails(LambdaLake.Running lake) {
        Lambda lambda = lake.open();
        try {
            LambdaClient client = LambdaLake.Running.client(lambda);
            client.createFunction(create -> create.functionName("greeter")
                    .role("arn:aws:iam::123456789012:role/tests")
                    .runtime("java17")
                    .handler(Greeter.class.getName() + "::greet")
                    .memorySize(512)
                    .timeout(30)
                    .environment(environment -> environment.variables(Map.of("COLOUR", "blue")))
                    .code(code -> code.zipFile(zip())));

            InvokeResponse answer = call(client, "{\"name\": \"you\"}");
            InvokeResponse failure = call(client, "{}");

            assertThat(answer.functionError())
                    .as(answer.payload().asUtf8String())
                    .isNull();
            assertThat(answer.payload().asUtf8String()).contains("\"hello\":\"you\"", "\"colour\":\"blue\"", "[1,2]");
            assertThat(new String(Base64.getDecoder().decode(answer.logResult()), StandardCharsets.UTF_8))
                    .contains("greets you");
            assertThat(failure.functionError()).isEqualTo("Unhandled");
            assertThat(failure.payload().asUtf8String())
                    .contains(
                            "\"errorMessage\":\"nobody is there\"",
                            "\"errorType\":\"java.lang.IllegalArgumentException\"");
        } finally {
            lambda.close();
        }
    }

    private static InvokeResponse call(LambdaClient client, String event) {
        return client.invoke(
                invoke -> invoke.functionName("greeter").logType("Tail").payload(SdkBytes.fromUtf8String(event)));
    }

    private static SdkBytes zip() {
        String name = Greeter.class.getName().replace('.', '/') + ".class";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                InputStream code = Greeter.class.getClassLoader().getResourceAsStream(name)) {
            zip.putNextEntry(new ZipEntry(name));
            code.transferTo(zip);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SdkBytes.fromByteArray(bytes.toByteArray());
    }
}
