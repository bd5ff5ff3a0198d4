package io.laguna.emulator.kit.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The constraints that the members of a request break. AWS tells all of them at once, in these words. */
final class Violations {
    private final int shown;
    private final List<String> all = new ArrayList<>();

    /**
     * Creates violations, of which there are none yet.
     *
     * @param shown how many characters of a value are repeated; longer ones are cut
     */
    Violations(int shown) {
        this.shown = shown;
    }

    /** Checks a member that has to be there. */
    void present(String path, Object value) {
        if (value == null) {
            all.add("Value null at '" + path + "' failed to satisfy constraint: Member must not be null");
        }
    }

    /** Checks the length of a text or of a collection that is given. */
    void length(String path, String value, int length, int shortest, int longest) {
        if (length < shortest) {
            add(path, value, "Member must have length greater than or equal to " + shortest);
        }
        if (length > longest) {
            add(path, value, "Member must have length less than or equal to " + longest);
        }
    }

    /** Checks a number, where it is given. */
    void range(String path, Number value, long lowest, long highest) {
        if (value != null && value.longValue() < lowest) {
            add(path, value.toString(), "Member must have value greater than or equal to " + lowest);
        }
        if (value != null && value.longValue() > highest) {
            add(path, value.toString(), "Member must have value less than or equal to " + highest);
        }
    }

    /** Notes any other constraint that a value does not satisfy. */
    void add(String path, String value, String constraint) {
        String text = value.length() > shown ? value.substring(0, shown) + "..." : value;
        all.add("Value '" + text + "' at '" + path + "' failed to satisfy constraint: " + constraint);
    }

    /** Returns the message of AWS about all violations; empty when there are none. */
    Optional<String> message() {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.size() + " validation error" + (all.size() == 1 ? "" : "s") + " detected: "
                        + String.join("; ", all));
    }
}
