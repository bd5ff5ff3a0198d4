package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.apigateway.record.ApiRow;
import io.laguna.emulator.kit.policy.InvokePermission;
import io.laguna.emulator.kit.proxy.Percent;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that has found its stage and its route.
 *
 * @param route the key of an HTTP API's route, or a REST API's method and path: {@code GET /pets/{id}}
 * @param rawParameters the path's variables, not decoded
 */
record Visit(
        ApiRow api,
        String stage,
        Map<String, String> stageVariables,
        String route,
        Map<String, String> rawParameters,
        ProxyRequest request) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{stageVariables\\.([A-Za-z0-9_]+)}");

    Map<String, String> parameters() {
        Map<String, String> decoded = new TreeMap<>();
        rawParameters.forEach((name, value) -> decoded.put(name, Percent.decode(value)));
        return decoded;
    }

    /** Returns an address in which the stage's variables are filled in. */
    String filled(String uri) {
        return VARIABLE.matcher(uri)
                .replaceAll(variable -> Matcher.quoteReplacement(stageVariables.getOrDefault(variable.group(1), "")));
    }

    /** Returns the permission that this request needs of a function. */
    InvokePermission permission(String arnRoute) {
        return new InvokePermission(
                "apigateway.amazonaws.com",
                api.executionArn(stage, arnRoute),
                api.owner().accountId());
    }
}
