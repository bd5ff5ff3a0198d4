package io.laguna.redshift.wire.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * The fields of an error or a notice, by their letters.
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol-error-fields.html">Error and Notice Message Fields</a>
 */
public record ErrorFields(Map<Character, String> byLetter) {
    public static final String ERROR = "ERROR";
    public static final String FATAL = "FATAL";
    static final char POSITION = 'P';
    private static final char SEVERITY = 'S';
    /** The severity in English, which PostgreSQL 8 did not send. */
    private static final char PLAIN_SEVERITY = 'V';

    static final char STATE = 'C';
    static final char MESSAGE = 'M';

    public ErrorFields {
        byLetter = Collections.unmodifiableMap(new LinkedHashMap<>(byLetter));
    }

    public static ErrorFields of(String severity, String state, String message) {
        Map<Character, String> fields = new LinkedHashMap<>();
        fields.put(SEVERITY, severity);
        fields.put(STATE, state);
        fields.put(MESSAGE, message);
        return new ErrorFields(fields);
    }

    /** Reads the body of an error or a notice. */
    public static ErrorFields read(Reading body) throws ProtocolViolation {
        Map<Character, String> fields = new LinkedHashMap<>();
        for (byte letter = body.int8(); letter != 0; letter = body.int8()) {
            if (letter != PLAIN_SEVERITY) {
                fields.put((char) letter, body.text());
            } else {
                body.text();
            }
        }
        return new ErrorFields(fields);
    }

    /** Returns these fields with others over them. */
    ErrorFields with(Map<Character, String> others) {
        Map<Character, String> fields = new LinkedHashMap<>(byLetter);
        fields.putAll(others);
        return new ErrorFields(fields);
    }

    /** Returns these fields with the place in the text of the client, or without one where the client wrote nothing. */
    public ErrorFields placed(IntUnaryOperator place) {
        Optional<String> position = position();
        if (position.isEmpty()) {
            return this;
        }
        int original = place.applyAsInt(Integer.parseInt(position.get()));
        Map<Character, String> fields = new LinkedHashMap<>(byLetter);
        if (original > 0) {
            fields.put(POSITION, Integer.toString(original));
        } else {
            fields.remove(POSITION);
        }
        return new ErrorFields(fields);
    }

    /** Returns these fields in the words of Redshift. */
    public ErrorFields reworded() {
        return Wording.of(this);
    }

    Optional<String> position() {
        return Optional.ofNullable(byLetter.get(POSITION));
    }

    public String state() {
        return byLetter.getOrDefault(STATE, "XX000");
    }

    public String message() {
        return byLetter.getOrDefault(MESSAGE, "");
    }

    public boolean endsSession() {
        return !byLetter.getOrDefault(SEVERITY, ERROR).equals(ERROR);
    }
}
