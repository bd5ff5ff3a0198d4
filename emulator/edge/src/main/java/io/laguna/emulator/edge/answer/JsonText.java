package io.laguna.emulator.edge.answer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** A JSON object, field by field. */
public final class JsonText {
    private final StringBuilder text = new StringBuilder("{");

    public JsonText field(String name, String value) {
        name(name).append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        text.append('"');
        return this;
    }

    public JsonText field(String name, long value) {
        name(name).append(value);
        return this;
    }

    /** Adds a field whose value is an object. */
    public JsonText field(String name, JsonText value) {
        name(name).append(value.object());
        return this;
    }

    public String object() {
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
