package io.laguna.emulator.edge.request;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The statement of a request about who sent it. The statement is not proven. */
public sealed interface Claim {
    /** A request that says nothing. */
    record Anonymous() implements Claim {}

    /**
     * A statement that cannot be understood.
     *
     * @param why as AWS words it
     * @param inUrl whether the URL was to carry the signature
     * @param scope as far as it could be read
     */
    record Incomplete(String why, boolean inUrl, Optional<Scope> scope) implements Claim {
        @Override
        public boolean isInUrl() {
            return inUrl;
        }

        @Override
        public Optional<Scope> readableScope() {
            return scope;
        }
    }

    /** A signature of a kind that is not taken any more: Signature Version 2 in a header. */
    record Outdated(String key) implements Claim {
        @Override
        public Optional<String> accessKey() {
            return Optional.of(key);
        }
    }

    /**
     * A Signature Version 2 in the URL. S3 still takes these: the {@code aws} CLI 1 makes them.
     *
     * @param expires in seconds since 1970
     */
    record PresignedV2(String key, String signature, String expires, Optional<String> sessionToken) implements Claim {
        @Override
        public boolean isInUrl() {
            return true;
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of(key);
        }
    }

    /**
     * A Signature Version 4.
     *
     * @param signedHeaders in lower case
     * @param timestamp {@code yyyyMMdd'T'HHmmss'Z'}
     * @param validity of a presigned URL; a signed header is good for the clocks' tolerance only
     * @param sessionToken of temporary credentials
     */
    record Signed(
            Scope scope,
            Set<String> signedHeaders,
            String signature,
            String timestamp,
            Optional<Duration> validity,
            Optional<String> sessionToken)
            implements Claim {
        @Override
        public Optional<Scope> readableScope() {
            return Optional.of(scope);
        }

        public boolean isPresigned() {
            return validity.isPresent();
        }

        @Override
        public boolean isInUrl() {
            return isPresigned();
        }
    }

    /** Returns the scope that the signature was made for, wherever it can be read. */
    default Optional<Scope> readableScope() {
        return Optional.empty();
    }

    /** Returns the id of the key that signed, wherever it can be read. */
    default Optional<String> accessKey() {
        return readableScope().map(Scope::accessKey);
    }

    /** Tells whether the URL carries the signature. Anybody can follow such a URL, for example from a link. */
    default boolean isInUrl() {
        return false;
    }

    /** Returns the session token, which temporary credentials have. */
    default Optional<String> sessionToken() {
        return Optional.empty();
    }
}
