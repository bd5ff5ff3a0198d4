package io.laguna.engines.spark;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The choice of files that a command works on: all files, but for what {@code --exclude} and {@code --include} say,
 * where the last one that matches decides.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/s3/#use-of-exclude-and-include-filters">Use of Exclude
 *     and Include Filters</a>
 */
record AwsS3Filters(List<Filter> filters) {
    AwsS3Filters {
        filters = List.copyOf(filters);
    }

    /** An {@code --exclude} or {@code --include} with its pattern. */
    record Filter(boolean includes, Pattern pattern) {
        /** Returns a filter for a shell pattern, in which an asterisk also matches slashes. */
        static Filter of(boolean includes, String shell) {
            StringBuilder regex = new StringBuilder();
            for (int at = 0; at < shell.length(); at++) {
                char next = shell.charAt(at);
                int close = next == '[' ? shell.indexOf(']', at + 2) : -1;
                if (next == '*') {
                    regex.append(".*");
                } else if (next == '?') {
                    regex.append('.');
                } else if (close > 0) {
                    String characters = shell.substring(at + 1, close).replace("\\", "\\\\");
                    regex.append('[')
                            .append(characters.startsWith("!") ? "^" + characters.substring(1) : characters)
                            .append(']');
                    at = close;
                } else {
                    regex.append(Pattern.quote(String.valueOf(next)));
                }
            }
            return new Filter(includes, Pattern.compile(regex.toString(), Pattern.DOTALL));
        }
    }

    /**
     * Tells whether the command works on a file.
     *
     * @param relative its path below the folder or prefix that the command names
     */
    boolean pass(String relative) {
        boolean pass = true;
        for (Filter filter : filters) {
            if (filter.pattern().matcher(relative).matches()) {
                pass = filter.includes();
            }
        }
        return pass;
    }
}
