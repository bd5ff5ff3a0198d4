package io.laguna.redshift.sql.statement;

import java.util.List;
import java.util.Optional;

/** How a statement proves that it may read or write in S3. */
public sealed interface Credentials {
    /** The cluster's default role. */
    record DefaultRole() implements Credentials {}

    /** The caller's own federated session. */
    record CallersSession() implements Credentials {}

    /** A role, and further ones that it takes on one after the other. */
    record Roles(List<String> arns) implements Credentials {}

    record Keys(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) implements Credentials {
        /** Returns the key's id alone: secrets are in no log. */
        @Override
        public String toString() {
            return "Keys[" + accessKeyId + "]";
        }
    }
}
