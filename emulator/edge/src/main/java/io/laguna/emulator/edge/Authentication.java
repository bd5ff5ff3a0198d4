package io.laguna.emulator.edge;

import java.util.List;

/** Whether callers must prove who they are. */
public sealed interface Authentication {
    /** Any credentials are taken, and none. */
    record Open() implements Authentication {}

    /** Every request is signed with one of these keys, or with temporary credentials that they were exchanged for. */
    record Keys(List<AccessKey> keys) implements Authentication {
        public Keys {
            keys = List.copyOf(keys);
        }
    }
}
