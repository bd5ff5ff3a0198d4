package io.laguna.pipelines.profile;

import java.nio.file.Path;
import java.util.List;

/** The failure to use a profile; the message names its file and the key. */
public final class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ProfileException(String message) {
        super(message);
    }

    /** Refuses a profile that has placeholders. */
    static void unlessEmpty(Path file, List<String> placeholders) {
        if (!placeholders.isEmpty()) {
            throw new ProfileException(file + " has placeholders. Fill in, there or in a copy for --profile: "
                    + String.join(", ", placeholders) + ".");
        }
    }
}
