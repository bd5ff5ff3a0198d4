package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.apigateway.rest.GatewayResponses;
import io.laguna.emulator.apigateway.rest.RestSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Resource;

/**
 * The resources of a deployed REST API, the most exact first.
 *
 * @param binaryTypes the types of bodies that are no texts
 * @param isOpen whether the API answers at its own address
 * @param responses what the API's author has set for answers of the gateway itself
 */
record RestRouteTable(List<Entry> entries, List<String> binaryTypes, boolean isOpen, GatewayResponses responses) {
    /** A resource. */
    record Entry(Resource resource, PathTemplate template) {}

    /** A method of a resource with the variables of a path, not decoded. */
    record Match(Resource resource, Method method, Map<String, String> variables) {}

    static RestRouteTable of(RestSnapshot snapshot) {
        return new RestRouteTable(
                snapshot.resources().stream()
                        .map(resource -> new Entry(resource, PathTemplate.of(resource.path())))
                        .sorted(Comparator.comparing(Entry::template))
                        .toList(),
                List.copyOf(snapshot.api().binaryMediaTypes()),
                !Boolean.TRUE.equals(snapshot.api().disableExecuteApiEndpoint()),
                GatewayResponses.of(snapshot.gatewayResponses()));
    }

    /** Returns the method of a request. The path alone chooses the resource, among those that have any method. */
    Optional<Match> find(String method, String rawPath) {
        String path =
                rawPath.length() > 1 && rawPath.endsWith("/") ? rawPath.substring(0, rawPath.length() - 1) : rawPath;
        return entries.stream()
                .filter(entry -> !entry.resource().resourceMethods().isEmpty())
                .flatMap(entry ->
                        entry.template().match(path).stream().map(variables -> Map.entry(entry.resource(), variables)))
                .findFirst()
                .flatMap(found -> method(found.getKey(), method)
                        .map(known -> new Match(found.getKey(), known, found.getValue())));
    }

    private static Optional<Method> method(Resource resource, String method) {
        Map<String, Method> methods = resource.resourceMethods();
        return Stream.of(method, "ANY")
                .filter(methods::containsKey)
                .map(methods::get)
                .findFirst();
    }
}
