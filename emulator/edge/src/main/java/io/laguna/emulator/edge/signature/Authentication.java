package io.laguna.emulator.edge.signature;

import java.util.List;

/** The rule whether callers must prove who they are. */
public sealed interface Authentication {
    /** The rule that takes any credentials, and requests without any. */
    record Open() implements Authentication {}

    /**
     * The rule that every request is signed with one of these keys, or with temporary credentials that were given for
     * one of them.
     */
    record Keys(List<AccessKey> keys) implements Authentication {
        public Keys {
            keys = List.copyOf(keys);
        }
    }
}
