package io.laguna.emulator.kit;

import java.util.Optional;

/** The directory of an identity service: the keys of its users, and its roles. */
public interface Directory {
    /** The directory in which nobody is. */
    Directory EMPTY = new Directory() {
        @Override
        public Optional<KnownKey> key(String accessKeyId) {
            return Optional.empty();
        }

        @Override
        public boolean hasRoles(String accountId) {
            return false;
        }

        @Override
        public Optional<KnownRole> role(String arn) {
            return Optional.empty();
        }

        @Override
        public void used(String accessKeyId, Identity identity, String service) {
            // Nobody is there whose use could be noted.
        }
    };

    /** Returns the key of an id, where it is active. */
    Optional<KnownKey> key(String accessKeyId);

    /** Tells whether an account has made a role. Before its first one, every role is there. */
    boolean hasRoles(String accountId);

    /** Returns the role of an ARN. */
    Optional<KnownRole> role(String arn);

    /** Notes that somebody has called a service with a key. */
    void used(String accessKeyId, Identity identity, String service);
}
