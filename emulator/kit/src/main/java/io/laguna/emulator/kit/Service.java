package io.laguna.emulator.kit;

import java.util.List;
import software.amazon.awssdk.core.SdkClient;

/** An AWS service of the lake, once its engines are ready. One per process. */
public interface Service<C extends SdkClient> extends AutoCloseable {
    /** The parts of the service, as this caller sees them. */
    List<C> rooms(Caller caller);

    /** Returns the parts of the service as this identity sees them, where that is more than its account and region. */
    default List<C> rooms(Identity identity) {
        return rooms(identity.caller());
    }

    @Override
    void close();
}
