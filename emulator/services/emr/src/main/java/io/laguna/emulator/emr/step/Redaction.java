package io.laguna.emulator.emr.step;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Command lines without their secrets, for logs. */
final class Redaction {
    private static final String HIDDEN = "*********";
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|passwd|secret|token|access[._-]?key|credential).*");
    private static final Pattern ASSIGNED = Pattern.compile("([^=\\s]*)=.*", Pattern.DOTALL);

    private Redaction() {}

    /** Hides the values of all that is called a secret, like Spark's {@code spark.redaction.regex}. */
    static String line(List<String> words) {
        List<String> shown = new ArrayList<>();
        boolean hideNext = false;
        for (String word : words) {
            var assigned = ASSIGNED.matcher(word);
            if (hideNext) {
                shown.add(HIDDEN);
                hideNext = false;
            } else if (assigned.matches() && SECRET.matcher(assigned.group(1)).matches()) {
                shown.add(assigned.group(1) + "=" + HIDDEN);
            } else {
                shown.add(word);
                hideNext = word.startsWith("-")
                        && !word.contains("=")
                        && SECRET.matcher(word).matches();
            }
        }
        return String.join(" ", shown);
    }
}
