package io.laguna.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.testlake.BuiltEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;

/** The results of handlers, by the cases of {@code handlers.txt}. */
@ExtendWith(LambdaLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandlersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private Lambda lambda;
    private LambdaClient client;

    @BeforeAll
    void open(LambdaLake.Running lake) {
        lambda = lake.open();
        client = LambdaLake.Running.client(lambda);
    }

    @AfterAll
    void close() {
        lambda.close();
    }

    static Stream<HandlerCase> cases() {
        return HandlerCase.read("handlers.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aHandlerAnswersAsOnAws(HandlerCase handler) throws IOException {
        if (handler.needsSdk()) {
            BuiltEngine.assume("javascript", "the AWS SDK for JavaScript");
        }
        if (handler.runtime().startsWith("python")) {
            BuiltEngine.assume("python", "its Python");
        }
        String name = "case-" + handler.name().replaceAll("[^a-zA-Z0-9]", "-");
        client.createFunction(create -> create.functionName(name)
                .role("arn:aws:iam::123456789012:role/tests")
                .runtime(handler.runtime())
                .handler(handler.handler())
                .timeout(handler.timeout())
                .memorySize(handler.memory())
                .environment(environment -> environment.variables(Map.of("COLOUR", "blue")))
                .loggingConfig(logging -> logging.logFormat(handler.logFormat()))
                .code(code -> code.zipFile(Zips.of(handler.files()))));

        InvokeResponse response = client.invoke(invoke ->
                invoke.functionName(name).logType(LogType.TAIL).payload(SdkBytes.fromUtf8String(handler.event())));

        String log = new String(Base64.getDecoder().decode(response.logResult()), StandardCharsets.UTF_8);
        assertThat(response.functionError()).as(log).isEqualTo(handler.error().orElse(null));
        check(JSON.readTree(handler.answer()), JSON.readTree(response.payload().asUtf8String()));
        handler.logs().forEach(line -> assertThat(log)
                .matches(
                        text -> Pattern.compile(line, Pattern.MULTILINE)
                                .matcher(text)
                                .find(),
                        "has " + line));
    }

    /** A text between slashes is a pattern; members that are not expected may be there. */
    private static void check(JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            expected.fields().forEachRemaining(each -> check(each.getValue(), actual.path(each.getKey())));
        } else if (expected.isArray()) {
            assertThat(actual).hasSize(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                check(expected.get(i), actual.get(i));
            }
        } else if (expected.asText().matches("(?s)/.*/")) {
            String pattern = expected.asText().substring(1, expected.asText().length() - 1);
            assertThat(actual.asText()).matches(Pattern.compile(pattern, Pattern.DOTALL));
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }
}
