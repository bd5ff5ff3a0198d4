package io.laguna.emulator.sts;

import java.time.Instant;

/**
 * Credentials that end.
 *
 * @param sessionToken says and proves whose the credentials are
 */
record TemporaryCredentials(String accessKeyId, String secretAccessKey, String sessionToken, Instant expiration) {
    @Override
    public String toString() {
        return "TemporaryCredentials[" + accessKeyId + " until " + expiration + "]";
    }
}
