package io.laguna.emulator.kit.proxy;

import java.util.Locale;

/** A header of a request or of an answer, in the case in which it was sent. */
public record ProxyHeader(String name, String value) {
    /** Returns the name in lower case. */
    public String key() {
        return name.toLowerCase(Locale.ROOT);
    }
}
