package io.laguna.emulator.sts;

import java.time.Instant;

/**
 * The credentials of a session, which end.
 *
 * @param sessionToken says and proves whose the credentials are
 */
record TemporaryCredentials(String accessKeyId, String secretAccessKey, String sessionToken, Instant expiration) {
    @Override
    public String toString() {
        return "TemporaryCredentials[" + accessKeyId + " until " + expiration + "]";
    }
}
