package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.kit.proxy.ProxyRequest;
import java.util.Map;

/** The addresses of other servers in integrations, with the variables of a request's path and its query. */
final class ServerAddress {
    private ServerAddress() {}

    static String of(String uri, Map<String, String> rawParameters, ProxyRequest request) {
        String filled = uri;
        for (Map.Entry<String, String> variable : rawParameters.entrySet()) {
            filled = filled.replace("{" + variable.getKey() + "}", variable.getValue())
                    .replace("{" + variable.getKey() + "+}", variable.getValue());
        }
        if (request.rawQuery().isEmpty()) {
            return filled;
        }
        return filled + (filled.indexOf('?') < 0 ? "?" : "&") + request.rawQuery();
    }
}
