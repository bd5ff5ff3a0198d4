package io.laguna.emulator.apigateway.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.apigatewayv2.model.Cors;

/**
 * The rules of the CORS configuration of an HTTP API.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html">CORS for HTTP APIs</a>
 */
final class CorsRules {
    private static final Pattern ORIGIN = Pattern.compile("\\*|[a-z][a-z0-9+.-]*://[^/?#\\s]+");
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "*");
    private static final int LONGEST = 86_400;

    private CorsRules() {}

    /** Refuses a configuration that browsers would not honour. */
    static void check(Cors cors) {
        List<String> origins = cors.allowOrigins();
        for (String origin : origins) {
            if (origin == null
                    || !ORIGIN.matcher(origin.toLowerCase(Locale.ROOT)).matches()) {
                throw HttpFailures.bad("Invalid format for origin " + origin);
            }
        }
        for (String method : cors.allowMethods()) {
            if (!METHODS.contains(method)) {
                throw HttpFailures.bad("Invalid value " + method + " in allowMethods");
            }
        }
        if (Boolean.TRUE.equals(cors.allowCredentials()) && origins.contains("*")) {
            throw HttpFailures.bad("allowCredentials is not supported for origin *");
        }
        new HttpConstraints()
                .range("corsConfiguration.maxAge", cors.maxAge(), -1, LONGEST)
                .check();
    }
}
