package io.laguna.glue.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Options of a call as scripts give them: names in any letter case; texts, numbers, truth values and lists. */
public final class Options implements Serializable {

    public static final Options NONE = new Options(Map.of());

    private static final Logger LOG = LoggerFactory.getLogger(Options.class);

    @Serial
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Options(Map<String, ?> values) {
        values.forEach((name, value) -> {
            if (value != null) {
                this.values.put(name, value);
            }
        });
    }

    public static Options of(Map<String, ?> values) {
        return new Options(values);
    }

    /** Returns these options and others, which win. */
    public Options with(Map<String, ?> others) {
        Options all = new Options(values);
        all.values.putAll(new Options(others).values);
        return all;
    }

    /** Says in the log, for each option that is not among the known ones, that it has no effect. */
    public void logOthers(String where, Set<String> known) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(known);
        values.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> LOG.warn("The option {} of {} has no effect", name, where));
    }

    public Map<String, Object> values() {
        return values;
    }

    public Optional<Object> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns the text of an option; an empty text is none. */
    public Optional<String> text(String name) {
        return value(name).map(Object::toString).filter(text -> !text.isEmpty());
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /**
     * Returns the text of an option that a call cannot do without.
     *
     * @throws IllegalArgumentException when it is missing
     */
    public String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException("Missing option: " + name));
    }

    public boolean flag(String name, boolean otherwise) {
        return text(name)
                .map(text -> text.equalsIgnoreCase("true") || text.equals("1"))
                .orElse(otherwise);
    }

    public boolean flag(String name) {
        return flag(name, false);
    }

    /** Returns a whole number, also one that stands in a text. */
    public Optional<Long> number(String name) {
        return text(name).map(text -> {
            try {
                return Long.parseLong(text.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("Option " + name + " is no number: " + text, e);
            }
        });
    }

    /** Returns one character. The text {@code -1} switches it off, and so does its absence when there is no default. */
    public Optional<Character> character(String name, Optional<Character> otherwise) {
        Optional<String> text = value(name).map(Object::toString);
        if (text.isEmpty()) {
            return otherwise;
        }
        return switch (text.get()) {
            case "-1", "none", "" -> Optional.empty();
            case "\\t" -> Optional.of('\t');
            default -> Optional.of(text.get().charAt(0));
        };
    }

    /** Returns a list: a list as such, JSON text of one, or a single text. */
    public List<String> texts(String name) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        } else if (value instanceof Collection<?> collection) {
            return collection.stream().map(Object::toString).toList();
        } else if (value instanceof Object[] array) {
            return Arrays.stream(array).map(Object::toString).toList();
        }
        String text = value.toString().strip();
        if (text.startsWith("[")) {
            return list(name, text);
        }
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static List<String> list(String name, String text) {
        try {
            List<String> list = new ArrayList<>();
            new ObjectMapper().readTree(text).forEach(each -> list.add(each.asText()));
            return list;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Option " + name + " is no JSON list: " + text, e);
        }
    }
}
