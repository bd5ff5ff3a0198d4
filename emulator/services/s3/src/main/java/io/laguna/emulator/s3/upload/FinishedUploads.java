package io.laguna.emulator.s3.upload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The results of the latest multipart uploads, for clients that complete one again; gone with the process. */
public final class FinishedUploads {
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
