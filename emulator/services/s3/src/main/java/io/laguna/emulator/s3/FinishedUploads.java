package io.laguna.emulator.s3;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the latest multipart uploads have become, for clients that complete one again. The end of the process ends it. */
final class FinishedUploads {
    private static final int MOST = 1000;

    private final Map<String, String> made = new LinkedHashMap<>();

    synchronized void put(String uploadId, String object) {
        made.put(uploadId, object);
        if (made.size() > MOST) {
            made.remove(made.keySet().iterator().next());
        }
    }

    synchronized Optional<String> get(String uploadId) {
        return Optional.ofNullable(made.get(uploadId));
    }
}
