package io.laguna.emulator.kit;

import java.util.List;
import software.amazon.awssdk.core.SdkClient;

/** An AWS service of the lake, once its engines are ready. One per process. */
public interface Service<C extends SdkClient> extends AutoCloseable {
    /** The parts of the service, as this caller sees them. */
    List<C> rooms(Caller caller);

    @Override
    void close();
}
