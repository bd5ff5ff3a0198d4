package io.laguna.emulator.kit.proxy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The types of bodies that an event of an HTTP API has as text; others are in base 64.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Lambda
 *     integrations of HTTP APIs</a>
 */
public final class BodyType {
    private static final Set<String> TEXTS =
            Set.of("application/json", "application/javascript", "application/xml", "application/x-javascript");

    private BodyType() {}

    /** Tells whether a body of this type is a text. A body of no type is taken for one. */
    public static boolean isText(Optional<String> contentType) {
        String type = contentType.map(BodyType::bare).orElse("text/plain");
        return type.startsWith("text/") || TEXTS.contains(type) || type.endsWith("+json") || type.endsWith("+xml");
    }

    /** Returns a type in lower case, without its parameters. */
    public static String bare(String type) {
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }
}
