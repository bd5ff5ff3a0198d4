package io.laguna.emulator.apigateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Documents of OpenAPI beside the tests, in which {@code ${function}} is the ARN of a function. */
final class Documents {
    private Documents() {}

    static String read(String name, String function) {
        try (InputStream in = Documents.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${function}", function);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
