package io.laguna.emulator.logs;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.Map;
import java.util.regex.Pattern;

/** The constraints on a request's members that the API declares, checked before anything is done. */
final class Constraints extends MemberConstraints<Constraints> {
    private static final int SHOWN = 1024;
    private static final int MOST_TAGS = 50;
    private static final Pattern GROUP = Pattern.compile("[\\.\\-_/#A-Za-z0-9]+");
    private static final Pattern STREAM = Pattern.compile("[^:*]*");
    private static final Pattern TAG =
            Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*", Pattern.UNICODE_CHARACTER_CLASS);

    Constraints() {
        super(SHOWN, Failures::invalid);
    }

    @Override
    protected Constraints self() {
        return this;
    }

    Constraints group(String path, String name) {
        return present(path, name).optionalGroup(path, name);
    }

    Constraints optionalGroup(String path, String name) {
        return length(path, name, 1, 512).pattern(path, name, GROUP);
    }

    Constraints stream(String path, String name) {
        return present(path, name).optionalStream(path, name);
    }

    Constraints optionalStream(String path, String name) {
        return length(path, name, 1, 512).pattern(path, name, STREAM);
    }

    /** Checks a token, of which only its service knows more. */
    Constraints token(String path, String token) {
        return length(path, token, 1, 4096);
    }

    Constraints tags(Map<String, String> tags) {
        tags.forEach((key, value) -> length("tags.key", key, 1, 128)
                .pattern("tags.key", key, TAG)
                .length("tags." + key, value, 0, 256)
                .pattern("tags." + key, value, TAG));
        return size("tags", tags.keySet(), 0, MOST_TAGS);
    }
}
