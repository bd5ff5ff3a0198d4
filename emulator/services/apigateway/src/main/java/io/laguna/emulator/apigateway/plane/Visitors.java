package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.kit.proxy.ProxyRequest;
import java.util.Optional;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;

/**
 * The rule for web pages of other sites: an API's own CORS configuration says which may call it. An HTTP API has it as a
 * member; a REST API has it as a method OPTIONS whose integration, of the type MOCK, answers a fixed
 * {@code Access-Control-Allow-Origin}.
 */
final class Visitors {
    private Visitors() {}

    /** Tells whether a page may send a request. A request without an origin comes from any page. */
    static boolean admit(Served served, ProxyRequest request) {
        Optional<String> origin = request.header("origin");
        if (served instanceof Served.OfHttp http) {
            return http.cors()
                    .map(CorsAnswers::new)
                    .filter(cors -> cors.admits(origin.orElse("*")))
                    .isPresent();
        }
        return ((Served.OfRest) served)
                .routes()
                .find("OPTIONS", served.path())
                .flatMap(match -> Optional.ofNullable(match.method().methodIntegration()))
                .filter(integration -> integration.type() == IntegrationType.MOCK)
                .map(MockTarget::allowedOrigins)
                .filter(origins -> origins.contains("*")
                        || origin.filter(each -> origins.stream().anyMatch(each::equalsIgnoreCase))
                                .isPresent())
                .isPresent();
    }
}
