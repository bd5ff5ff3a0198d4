package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkClient;

class ServiceDescriptionTest {
    @ParameterizedTest
    @MethodSource("io.laguna.wire.Services#all")
    void theIndexSaysWhatReflectionFound(Class<? extends SdkClient> client) throws IOException {
        ServiceDescription reflected = ServiceDescription.reflect(client);
        String index = Indexes.text(reflected);

        ServiceDescription read = Indexes.read(client, index);

        assertThat(Indexes.text(read)).isEqualTo(index);
        assertThat(read.operations().keySet())
                .isEqualTo(reflected.operations().keySet())
                .isNotEmpty();
    }
}
