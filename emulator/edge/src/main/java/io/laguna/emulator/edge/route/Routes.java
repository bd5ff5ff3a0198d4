package io.laguna.emulator.edge.route;

import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Visitors;
import io.laguna.emulator.edge.mount.Destination;
import io.laguna.emulator.edge.mount.HttpMount;
import io.laguna.emulator.edge.request.Arrival;
import io.laguna.emulator.edge.request.Claim;
import io.laguna.emulator.edge.request.ClaimReader;
import io.laguna.emulator.edge.request.FormCall;
import io.laguna.emulator.edge.request.HttpTarget;
import io.laguna.emulator.edge.request.QueryString;
import io.laguna.emulator.edge.request.Scope;
import io.laguna.emulator.edge.service.ServiceDestination;
import io.laguna.wire.WireRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way from a request to its destination: a handler that claims it by host or path; a service, by the scope of its
 * signature, its {@code X-Amz-Target}, its host, or what it asks for. What nothing else claims is the last one's, S3's,
 * which has the rest of all paths.
 */
public final class Routes {
    private final List<HttpMount> handlers;
    private final List<ServiceDestination> services;
    private final Destination s3;
    private final Function<String, Destination> elsewhere;

    /**
     * Creates routes.
     *
     * @param elsewhere makes the destination of calls to a service that is not here, by its name
     */
    public Routes(
            List<HttpMount> handlers,
            List<ServiceDestination> services,
            Destination s3,
            Function<String, Destination> elsewhere) {
        this.elsewhere = elsewhere;
        this.handlers = List.copyOf(handlers);
        this.services = List.copyOf(services);
        this.s3 = s3;
    }

    public Destination find(Arrival arrival) {
        HttpTarget target = arrival.target();
        Optional<HttpMount> handler =
                handlers.stream().filter(mount -> mount.claim().test(target)).findFirst();
        return handler.<Destination>map(HttpDestination::new).orElseGet(() -> amongServices(arrival));
    }

    /** Returns the destination of an unsigned form, once its body has arrived. */
    Destination byForm(WireRequest whole) {
        return byOperation(whole).orElse(s3);
    }

    private Destination amongServices(Arrival arrival) {
        Claim claim = arrival.claim();
        Optional<String> scope = claim.readableScope().map(Scope::service);
        if (scope.isPresent()) {
            return named(scope.get(), arrival.head());
        }
        if (claim instanceof Claim.Outdated || claim instanceof Claim.PresignedV2) {
            return s3;
        }
        WireRequest head = arrival.head();
        Optional<Destination> told = ClaimReader.header(head, "x-amz-target")
                .map(this::byTarget)
                .or(() -> arrival.host().service().flatMap(name -> byHost(name, head)));
        return told.orElseGet(() -> FormCall.matches(head) ? new FormDestination(this) : byForm(head));
    }

    /** Returns the service of a name. Two services of REST may sign by one name: one of them has the operation. */
    private Destination named(String name, WireRequest head) {
        List<ServiceDestination> all =
                services.stream().filter(each -> each.name().equals(name)).toList();
        return all.stream()
                .filter(each -> each.service().description().operation(head).isPresent())
                .<Destination>map(each -> each)
                .findFirst()
                .or(() ->
                        name.equals(s3.name()) ? Optional.of(s3) : all.stream().findFirst())
                .orElseGet(() -> elsewhere.apply(name));
    }

    private Destination byTarget(String target) {
        int dot = target.lastIndexOf('.');
        String prefix = dot < 0 ? target : target.substring(0, dot);
        return services.stream()
                .filter(each -> each.service().description().targetPrefix().equals(prefix))
                .<Destination>map(each -> each)
                .findFirst()
                .orElseGet(() -> elsewhere.apply(prefix));
    }

    /**
     * Finds a service by the operation that a request names. Forms are tried by Action and Version, JSON by method and
     * path, since an unsigned request to S3 is seldom JSON.
     */
    private Optional<Destination> byOperation(WireRequest request) {
        QueryString form = FormCall.parameters(request);
        Optional<String> version = form.first("Version");
        boolean json = ClaimReader.header(request, "content-type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
        return services.stream()
                .filter(each -> switch (each.service().description().protocol()) {
                    case AWS_QUERY -> version.equals(
                                    Optional.of(each.service().description().apiVersion()))
                            && form.first("Action").isPresent();
                    case REST_JSON_1 -> json
                            && each.service().description().operation(request).isPresent();
                    case REST_XML -> each.service()
                            .description()
                            .operation(request)
                            .isPresent();
                    case AWS_JSON_1_0, AWS_JSON_1_1 -> false;
                })
                .<Destination>map(each -> each)
                .findFirst();
    }

    private Optional<Destination> byHost(String name, WireRequest head) {
        if (name.equals(s3.name())) {
            return Optional.of(named(name, head));
        }
        return services.stream()
                .filter(each -> each.name().equals(name))
                .<Destination>map(each -> each)
                .findFirst();
    }

    /** Returns the destination of calls to a service that is not there. */
    public static Destination unknown(String name) {
        return new HttpDestination(
                new HttpMount(name, target -> true, Visitors.NONE, DocumentPolicy.DATA, new UnknownService(name)));
    }
}
