package io.laguna.emulator.ssm;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A path below which parameters are.
 *
 * @param beginning with a slash at its end
 * @param recursive whether what is deeper than one level is meant too
 */
record ParameterPath(String beginning, boolean recursive) {
    private static final Pattern FORM = Pattern.compile("/|(?:/[a-zA-Z0-9_.-]+)+/?");

    static ParameterPath of(String text, boolean recursive) {
        if (!FORM.matcher(text).matches()) {
            throw Failures.validation(
                    "The parameter doesn't meet the parameter name requirements. The parameter name must"
                            + " begin with a forward slash \"/\". It can't be prefixed with \"aws\" or \"ssm\""
                            + " (case-insensitive). It must use only letters, numbers, or the following symbols: . (period), -"
                            + " (hyphen), _ (underscore). Special characters are not allowed. All sub-paths, if specified, must use"
                            + " the forward slash symbol \"/\". Valid example: /get/parameters2-/by1./path0_.");
        }
        return new ParameterPath(text.endsWith("/") ? text : text + "/", recursive);
    }

    /** Returns the path of a filter, which may not be among AWS's own. */
    static ParameterPath ofFilter(String text, boolean recursive) {
        String folded = text.toLowerCase(Locale.ROOT);
        if (folded.startsWith("/aws") || folded.startsWith("/ssm")) {
            throw Failures.validation("Filters for common parameters can't be prefixed with \"aws\" or \"ssm\""
                    + " (case-insensitive). When using global parameters, please specify within a global namespace.");
        }
        return of(text, recursive);
    }

    /** Tells whether a parameter is below the path; one without a slash is at the top. */
    boolean has(String name) {
        String whole = name.startsWith("/") ? name : "/" + name;
        return whole.startsWith(beginning) && (recursive || whole.indexOf('/', beginning.length()) < 0);
    }
}
