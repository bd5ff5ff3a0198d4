package io.laguna.emulator.kit.request;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The constraints on a request's members that an API declares, checked before anything is done. A service adds the ones
 * that only its own members have. A member that is null breaks only {@link #present}.
 *
 * @param <C> the service's own constraints, which every check returns
 */
public abstract class MemberConstraints<C extends MemberConstraints<C>> {
    private final Violations violations;
    private final Function<String, ? extends RuntimeException> failure;

    /**
     * Creates constraints of a service, none of which is broken yet.
     *
     * @param shown how many characters of a value are repeated in the message; longer ones are cut
     * @param failure what the service throws with the message
     */
    protected MemberConstraints(int shown, Function<String, ? extends RuntimeException> failure) {
        this.violations = new Violations(shown);
        this.failure = failure;
    }

    /** Returns this. */
    protected abstract C self();

    /** Checks a member that has to be there. */
    public final C present(String path, Object value) {
        violations.present(path, value);
        return self();
    }

    /**
     * Checks how many characters a text has, and that NUL is none of them: PostgreSQL, which keeps the state, takes every
     * character but this one.
     */
    public final C length(String path, String value, int shortest, int longest) {
        if (value != null) {
            violations.length(path, value, value.length(), shortest, longest);
        }
        return value == null || value.indexOf('\0') < 0
                ? self()
                : broken(path, value, "Member must not have the character U+0000");
    }

    /** Checks how many elements a list has. */
    public final C size(String path, Collection<?> value, int fewest, int most) {
        violations.length(path, value.toString(), value.size(), fewest, most);
        return self();
    }

    /** Checks a number. */
    public final C range(String path, Number value, long lowest, long highest) {
        violations.range(path, value, lowest, highest);
        return self();
    }

    /** Checks a whole text, its end included: a pattern that ends with {@code $} takes no line break behind it. */
    public final C pattern(String path, String value, Pattern pattern) {
        return pattern(path, value, pattern, pattern.pattern());
    }

    /**
     * Checks a whole text.
     *
     * @param told the pattern as the API's reference writes it
     */
    public final C pattern(String path, String value, Pattern pattern, String told) {
        return value == null || pattern.matcher(value).matches()
                ? self()
                : broken(path, value, "Member must satisfy regular expression pattern: " + told);
    }

    /** Checks a text that is one of an enumeration's. */
    public final C oneOf(String path, String value, Collection<?> values) {
        return value == null || values.stream().map(Object::toString).anyMatch(value::equals)
                ? self()
                : broken(path, value, "Member must satisfy enum value set: " + values);
    }

    /** Checks the keys and the values of a map of texts. */
    public final C parameters(String path, Map<String, String> parameters, int longestValue) {
        parameters.forEach((key, value) -> {
            length(path + "." + key + ".member.key", key, 1, 255);
            length(path + "." + key + ".member", value, 0, longestValue);
        });
        return self();
    }

    /** Notes a value that breaks a constraint of the service's own. */
    protected final C broken(String path, String value, String constraint) {
        violations.add(path, value, constraint);
        return self();
    }

    /** Throws the service's failure, which names all that is wrong, when a constraint is broken. */
    public final void check() {
        violations.message().ifPresent(message -> {
            throw failure.apply(message);
        });
    }
}
