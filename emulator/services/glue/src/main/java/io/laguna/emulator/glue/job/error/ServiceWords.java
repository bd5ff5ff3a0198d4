package io.laguna.emulator.glue.job.error;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which AWS's clients for Java tell what a service has refused. Glue 5.0 has the second generation of clients,
 * as we have, and earlier versions have the first one.
 */
public enum ServiceWords {
    FIRST,
    SECOND;

    private static final Pattern OURS =
            Pattern.compile("(.*) \\(Service: (\\w+), Status Code: (\\d+), Request ID: ([^,)\\s]*)\\).*");

    /**
     * Returns what a client would have said.
     *
     * @param type the class of the exception
     * @param said by our client, or by something else, which stays as it is
     */
    String of(String type, String said) {
        Matcher parts = OURS.matcher(said);
        if (!parts.matches()) {
            return said;
        }
        String text = parts.group(1);
        String status = parts.group(3);
        String request = parts.group(4);
        return switch (this) {
            case FIRST -> "%s (Service: AWS%s; Status Code: %s; Error Code: %s; Request ID: %s; Proxy: null)"
                    .formatted(text, parts.group(2), status, type.substring(type.lastIndexOf('.') + 1), request);
            case SECOND -> "%s (Service: %s, Status Code: %s, Request ID: %s)"
                    .formatted(text, parts.group(2), status, request);
        };
    }
}
