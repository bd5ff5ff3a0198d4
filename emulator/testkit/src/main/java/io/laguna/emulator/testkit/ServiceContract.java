package io.laguna.emulator.testkit;

import io.laguna.wire.Rooms;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;

/** The suite that every service passes. A service's module extends it with the service on engines for tests. */
public abstract class ServiceContract<C extends SdkClient> {
    private final CommittedIndex index;
    private final Class<C> client;

    /**
     * The contract of one service.
     *
     * @param model the name of AWS's model of the service: {@code glue-2017-03-31}
     * @param index the name of its index of operations: {@code glue}
     */
    protected ServiceContract(Class<C> client, String model, String index) {
        this.client = client;
        this.index = new CommittedIndex(client, model, index);
    }

    /** The parts of the service for a caller. */
    protected abstract List<C> rooms();

    @Test
    void theCommittedIndexIsWhatTheSdkSays() {
        index.check();
    }

    @Test
    void thePageOfOperationsIsWhatTheCodeSays() {
        OperationsPage.check(
                index.index(),
                Rooms.of(client, rooms()).operations(),
                index.description().operations().keySet());
    }
}
