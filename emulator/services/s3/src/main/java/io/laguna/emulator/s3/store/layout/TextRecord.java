package io.laguna.emulator.s3.store.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Names and values as lines of text, for people to read: a name, a space, a value. */
public final class TextRecord {
    private final Map<String, String> values = new LinkedHashMap<>();

    public static TextRecord parse(String text) {
        TextRecord record = new TextRecord();
        text.lines().forEach(line -> {
            int space = line.indexOf(' ');
            if (space > 0) {
                record.values.put(plain(line.substring(0, space)), plain(line.substring(space + 1)));
            }
        });
        return record;
    }

    public TextRecord put(String name, String value) {
        values.put(name, value);
        return this;
    }

    public TextRecord put(String name, Optional<String> value) {
        value.ifPresent(present -> values.put(name, present));
        return this;
    }

    /** Every name gets the prefix. */
    public TextRecord putAll(String prefix, Map<String, String> map) {
        map.forEach((name, value) -> values.put(prefix + name, value));
        return this;
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public long number(String name, long otherwise) {
        return get(name).map(Long::parseLong).orElse(otherwise);
    }

    /** Returns the values whose names have the prefix, by their names without it, in their order. */
    public Map<String, String> all(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(escaped(name).replace(" ", "\\s"))
                .append(' ')
                .append(escaped(value))
                .append('\n'));
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String plain(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        boolean escaped = false;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (escaped) {
                plain.append(
                        switch (unit) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 's' -> ' ';
                            default -> unit;
                        });
                escaped = false;
            } else if (unit == '\\') {
                escaped = true;
            } else {
                plain.append(unit);
            }
        }
        return plain.toString();
    }
}
