package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.apigateway.model.Integration;

/**
 * The parameters that an integration of a REST API gives another server: {@code integration.request.path.id} from
 * {@code method.request.path.id}.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html">Parameter
 *     mapping</a>
 */
final class RestMapping {
    private static final String REQUEST = "integration.request.";

    private RestMapping() {}

    /** Returns a request with the headers that are mapped. */
    static ProxyRequest headers(Visit visit, Integration integration) {
        ProxyRequest request = visit.request();
        List<ProxyHeader> headers = new ArrayList<>(request.headers());
        mapped(visit, integration, "header.").forEach((name, value) -> {
            headers.removeIf(header -> header.key().equals(name.toLowerCase(Locale.ROOT)));
            headers.add(new ProxyHeader(name, value));
        });
        return new ProxyRequest(
                request.method(),
                request.rawPath(),
                request.rawQuery(),
                headers,
                request.body(),
                request.host(),
                request.sourceIp(),
                request.protocol(),
                request.requestId(),
                request.at());
    }

    /** Returns the server's address, with the query that the client sent and the parameters that are mapped. */
    static String address(Visit visit, Integration integration, ProxyRequest request) {
        String address =
                ServerAddress.of(visit.filled(integration.uri()), mapped(visit, integration, "path."), request);
        StringBuilder whole = new StringBuilder(address);
        mapped(visit, integration, "querystring.")
                .forEach((name, value) -> whole.append(whole.indexOf("?") < 0 ? '?' : '&')
                        .append(encoded(name))
                        .append('=')
                        .append(encoded(value)));
        return whole.toString();
    }

    private static Map<String, String> mapped(Visit visit, Integration integration, String place) {
        Map<String, String> values = new HashMap<>();
        integration.requestParameters().forEach((target, source) -> {
            if (target.startsWith(REQUEST + place)) {
                source(visit, source)
                        .ifPresent(value -> values.put(target.substring(REQUEST.length() + place.length()), value));
            }
        });
        return values;
    }

    /** Returns what a source such as {@code method.request.header.Accept} is in a request; empty where it has none. */
    static Optional<String> source(Visit visit, String source) {
        if (source.startsWith("'")) {
            return Optional.of(source.substring(1, source.length() - 1));
        }
        if (source.startsWith("stageVariables.")) {
            return Optional.ofNullable(visit.stageVariables().get(source.substring("stageVariables.".length())));
        }
        String[] parts = source.split("\\.", 4);
        if (parts.length < 4) {
            return Optional.empty();
        }
        return switch (parts[2]) {
            case "path" -> Optional.ofNullable(visit.rawParameters().get(parts[3]));
            case "header", "multivalueheader" -> visit.request().header(parts[3].toLowerCase(Locale.ROOT));
            default -> visit.request().parameters().stream()
                    .filter(each -> each.getKey().equals(parts[3]))
                    .map(Map.Entry::getValue)
                    .findFirst();
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
