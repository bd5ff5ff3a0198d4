package io.laguna.emulator.apigateway.log;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The format of an access log, in which {@code $context.name} stands for what is known of a request.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html">Variables of
 *     access logs</a>
 */
public record AccessLogFormat(String text) {
    private static final Pattern GROUP =
            Pattern.compile("arn:aws[a-z-]*:logs:([a-z0-9-]+):(\\d{12}):log-group:([a-zA-Z0-9_/.#-]+)(?::\\*)?");
    private static final Pattern VARIABLE = Pattern.compile("\\$context\\.([a-zA-Z0-9_]+(?:\\.[a-zA-Z0-9_]+)*)");
    private static final Pattern ID = Pattern.compile("\\$context\\.(?:extendedR|r)equestId");

    /** Returns why access logs cannot be written; empty where they can. */
    public static Optional<String> problem(String destination, String format) {
        if (destination == null || !GROUP.matcher(destination).matches()) {
            return Optional.of("The destination of access logs is the ARN of a log group, not " + destination);
        }
        if (format == null || !ID.matcher(format).find()) {
            return Optional.of(
                    "AccessLogSettings format must contain $context.requestId or $context.extendedRequestId");
        }
        return format.strip().indexOf('\n') < 0
                ? Optional.empty()
                : Optional.of("Access Log format must be single line, new line character is allowed only at end of the"
                        + " format");
    }

    /** Returns a log group's ARN in its parts: region, account, name. */
    static Matcher group(String arn) {
        Matcher parts = GROUP.matcher(arn);
        if (!parts.matches()) {
            throw new IllegalStateException("The state holds " + arn + ", which is no log group");
        }
        return parts;
    }

    /** Returns a line. What is not known of the request is a hyphen. */
    String line(Map<String, String> known) {
        return VARIABLE.matcher(text.strip())
                .replaceAll(variable -> Matcher.quoteReplacement(known.getOrDefault(variable.group(1), "-")));
    }
}
