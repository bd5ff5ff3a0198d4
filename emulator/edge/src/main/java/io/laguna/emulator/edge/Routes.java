package io.laguna.emulator.edge;

import io.laguna.wire.Protocol;
import io.laguna.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Finds the service a request is for: from the scope of its signature, its {@code X-Amz-Target}, its host, or what it
 * asks for. What nothing else claims is S3's, which has the rest of all paths.
 */
final class Routes {
    static final String HEALTH = "/_laguna/health";
    private static final String S3 = "s3";

    private final List<MountedService> services;
    private final List<String> hostNames;

    Routes(List<MountedService> services, List<String> hostNames) {
        this.services = List.copyOf(services);
        this.hostNames = hostNames;
    }

    /** Whether the body says where the request goes: an unsigned form, as STS takes it. */
    static boolean isForm(WireRequest request) {
        return request.method().equals("POST")
                && ClaimReader.header(request, "content-type")
                        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                        .isPresent();
    }

    /** Whether somebody asks for the page that says what is ready, which is no call of AWS. */
    static boolean isHealthPage(WireRequest request) {
        return request.rawPath().equals(HEALTH) && request.method().equals("GET");
    }

    /**
     * The destination.
     *
     * @param request with its body where {@link #isForm} asks for it
     */
    Destination find(WireRequest request, Claim claim) {
        HostName host = ClaimReader.header(request, "host")
                .map(header -> HostName.parse(header, hostNames))
                .orElseGet(() -> new HostName(Optional.empty(), Optional.empty()));
        Optional<String> scope = claim.readableScope().map(Scope::service);
        if (scope.isPresent()) {
            return named(scope.get(), host);
        }
        if (claim instanceof Claim.Outdated || claim instanceof Claim.PresignedV2) {
            return new Destination.ToS3(host.bucket());
        }
        Optional<Destination> target =
                ClaimReader.header(request, "x-amz-target").map(this::byTarget);
        return target.or(() -> byHost(host))
                .or(() -> byOperation(request))
                .orElseGet(() -> new Destination.ToS3(host.bucket()));
    }

    private Destination named(String name, HostName host) {
        if (name.equals(S3)) {
            return new Destination.ToS3(host.bucket());
        }
        return service(name)
                .<Destination>map(Destination.ToService::new)
                .orElseGet(() -> new Destination.Nowhere(name));
    }

    private Destination byTarget(String target) {
        int dot = target.lastIndexOf('.');
        String prefix = dot < 0 ? target : target.substring(0, dot);
        return services.stream()
                .filter(service -> service.description().targetPrefix().equals(prefix))
                .findFirst()
                .<Destination>map(Destination.ToService::new)
                .orElseGet(() -> new Destination.Nowhere(prefix));
    }

    private Optional<Destination> byHost(HostName host) {
        return host.service().flatMap(this::service).map(Destination.ToService::new);
    }

    /** Forms by Action and Version; JSON by method and path, since an unsigned request to S3 is seldom JSON. */
    private Optional<Destination> byOperation(WireRequest request) {
        QueryString form = form(request);
        Optional<String> version = form.first("Version");
        boolean json = ClaimReader.header(request, "content-type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
        return services.stream()
                .filter(service -> switch (service.description().protocol()) {
                    case AWS_QUERY -> version.equals(
                                    Optional.of(service.description().apiVersion()))
                            && form.first("Action").isPresent();
                    case REST_JSON_1 -> json
                            && service.description().operation(request).isPresent();
                    case AWS_JSON_1_0, AWS_JSON_1_1 -> false;
                })
                .findFirst()
                .map(Destination.ToService::new);
    }

    private Optional<MountedService> service(String signingName) {
        return services.stream()
                .filter(service -> service.description().signingName().equals(signingName))
                .findFirst();
    }

    /** The parameters of a call by form, in the body or in the URL. */
    static QueryString form(WireRequest request) {
        if (request.method().equals("GET")) {
            return QueryString.parse(request.rawQuery());
        }
        return isForm(request)
                ? QueryString.parse(new String(request.body(), StandardCharsets.UTF_8))
                : new QueryString(List.of());
    }

    List<MountedService> services() {
        return services;
    }

    static Protocol likelyProtocol(WireRequest request) {
        if (ClaimReader.header(request, "x-amz-target").isPresent()) {
            return Protocol.AWS_JSON_1_1;
        }
        return isForm(request) ? Protocol.AWS_QUERY : Protocol.REST_JSON_1;
    }
}
