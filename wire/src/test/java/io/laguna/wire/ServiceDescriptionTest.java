package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkClient;

class ServiceDescriptionTest {
    @ParameterizedTest
    @MethodSource("io.laguna.wire.Services#all")
    void theIndexSaysWhatReflectionFound(Class<? extends SdkClient> client) throws IOException {
        ServiceDescription reflected = ServiceDescription.reflect(client);
        String index = text(reflected);

        ServiceDescription read =
                ServiceDescription.read(client, new ByteArrayInputStream(index.getBytes(StandardCharsets.UTF_8)));

        assertThat(text(read)).isEqualTo(index);
        assertThat(read.operations().keySet())
                .isEqualTo(reflected.operations().keySet())
                .isNotEmpty();
    }

    private static String text(ServiceDescription description) throws IOException {
        StringBuilder text = new StringBuilder();
        description.write(text);
        Files.writeString(Path.of("target", description.signingName() + ".operations"), text);
        return text.toString();
    }
}
