package io.laguna.emulator.edge.mount;

import io.laguna.wire.ServiceDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import software.amazon.awssdk.core.SdkClient;

/** The committed indexes of services' operations, which spare the start from reflecting over the SDK's clients. */
public final class OperationIndex {
    private OperationIndex() {}

    /**
     * Returns the description of a service.
     *
     * @param service the name of its index: {@code glue}
     */
    public static ServiceDescription of(Class<? extends SdkClient> client, String service) {
        String resource = "/io/laguna/emulator/" + service + ".operations";
        try (InputStream index = OperationIndex.class.getResourceAsStream(resource)) {
            return ServiceDescription.read(client, index);
        } catch (IOException e) {
            throw new UncheckedIOException("The index " + resource + " cannot be read", e);
        }
    }
}
