package io.laguna.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.SdkClient;

/** The descriptions of services as they are in use: read from an index that was written. */
final class Indexes {
    private Indexes() {}

    static ServiceDescription of(Class<? extends SdkClient> client) throws IOException {
        return read(client, text(ServiceDescription.reflect(client)));
    }

    static ServiceDescription read(Class<? extends SdkClient> client, String index) {
        return ServiceDescription.read(client, new ByteArrayInputStream(index.getBytes(StandardCharsets.UTF_8)));
    }

    static String text(ServiceDescription description) throws IOException {
        StringBuilder text = new StringBuilder();
        description.write(text);
        return text.toString();
    }
}
