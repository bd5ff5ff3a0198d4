package io.laguna.redshift.wire.login;

import java.util.Optional;

/** The users of a cluster, as they prove who they are. */
@FunctionalInterface
public interface Credentials {
    /**
     * Returns who a user is in the engine, or nothing for one that is not let in. The user's name is the client's:
     * {@code IAM:admin} is one too.
     */
    Optional<Login> find(String user, String database);
}
