package io.laguna.emulator.edge;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** A JSON object, field by field. */
final class JsonText {
    private final StringBuilder text = new StringBuilder("{");

    JsonText field(String name, String value) {
        name(name).append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        text.append('"');
        return this;
    }

    JsonText field(String name, long value) {
        name(name).append(value);
        return this;
    }

    /** Adds a field whose value is an object. */
    JsonText field(String name, JsonText value) {
        name(name).append(value.object());
        return this;
    }

    String object() {
        return text + "}";
    }

    private StringBuilder name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(name, text);
        return text.append("\":");
    }
}
