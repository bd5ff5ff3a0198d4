package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.apigateway.http.RouteKey;
import io.laguna.emulator.apigateway.http.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.Route;

/** The routes of a deployed HTTP API, the most exact first. */
record HttpRouteTable(List<Entry> entries, Optional<Entry> otherwise) {
    /**
     * A route.
     *
     * @param template empty for {@code $default}
     * @param integration empty where the route leads nowhere
     */
    record Entry(RouteKey key, Optional<PathTemplate> template, Optional<Integration> integration) {}

    /** A route with the variables of a path, not decoded. */
    record Match(Entry entry, Map<String, String> variables) {}

    static HttpRouteTable of(Snapshot snapshot) {
        List<Entry> all =
                snapshot.routes().stream().map(route -> entry(snapshot, route)).toList();
        List<Entry> sorted = all.stream()
                .filter(entry -> entry.template().isPresent())
                .sorted(Comparator.comparing((Entry entry) -> entry.template().orElseThrow())
                        .thenComparing(entry -> entry.key().method().equals("ANY")))
                .toList();
        return new HttpRouteTable(
                sorted, all.stream().filter(entry -> entry.template().isEmpty()).findFirst());
    }

    /** Returns the route of a request: the most exact path that has its method, or else {@code $default}. */
    Optional<Match> find(String method, String rawPath) {
        return entries.stream()
                .filter(entry -> entry.key().method().equals(method)
                        || entry.key().method().equals("ANY"))
                .flatMap(entry -> match(entry, rawPath))
                .findFirst()
                .or(() -> otherwise.map(entry -> new Match(entry, Map.of())));
    }

    private static Stream<Match> match(Entry entry, String rawPath) {
        return entry
                .template()
                .flatMap(template -> template.match(rawPath))
                .map(variables -> new Match(entry, variables))
                .stream();
    }

    private static Entry entry(Snapshot snapshot, Route route) {
        RouteKey key = RouteKey.parse(route.routeKey());
        return new Entry(
                key,
                key.isDefault() ? Optional.empty() : Optional.of(PathTemplate.of(key.path())),
                snapshot.integrations().stream()
                        .filter(each -> ("integrations/" + each.integrationId()).equals(route.target()))
                        .findFirst());
    }
}
