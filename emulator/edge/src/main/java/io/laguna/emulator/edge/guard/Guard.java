package io.laguna.emulator.edge.guard;

import io.laguna.wire.WireRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The guard of the endpoint, which checks every request first. A web page can make its browser send requests to any
 * address, also to one that other machines do not reach, so loopback does not keep the page out; with {@code auth=open}
 * nothing else would. A browser tells the truth about a request: by which name the page found the endpoint, and from
 * which site the page is.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
public final class Guard {
    private static final Set<String> OF_NO_OTHER_SITE = Set.of("same-origin", "none");

    private final Hosts hosts;
    private final Set<String> origins;

    /**
     * Makes a guard.
     *
     * @param ownNames names that are the endpoint's, with all that is below them
     */
    public Guard(List<String> ownNames, GuardSettings settings) {
        this.hosts = new Hosts(new HashSet<>(ownNames), settings.hosts());
        this.origins = settings.origins();
    }

    /**
     * Lets a request pass, or throws.
     *
     * @param request its head
     * @param visitors what the mount that it goes to takes from other sites
     */
    public void check(WireRequest request, Visitors visitors) throws Forbidden {
        checkHost(request);
        Optional<String> objection = objection(request);
        if (objection.isPresent() && !visitors.admit(request)) {
            throw new Forbidden(objection.get());
        }
    }

    /** Returns how to answer a page of an origin that {@code LAGUNA_ORIGINS} names; empty for any other request. */
    public Optional<CrossOrigin> crossOrigin(WireRequest request) {
        return Headers.first(request, "origin")
                .map(Origin::new)
                .filter(origin -> origins.contains(origin.text()) && !origin.isOwn(request))
                .map(origin -> new CrossOrigin(origin.text()));
    }

    private void checkHost(WireRequest request) throws Forbidden {
        List<String> named = Headers.all(request, "host");
        if (named.size() != 1 || !hosts.admit(named.get(0))) {
            String name = HostHeader.name(named.stream().findFirst().orElse(""));
            throw new Forbidden(
                    "The endpoint is not called \"" + name + "\": a web page of that name could call it from"
                            + " a browser. Use localhost or an address, or start Laguna with the name in"
                            + " LAGUNA_ENDPOINT_HOSTS (names, separated by commas).");
        }
    }

    /** Returns why a request may come from a page of another site; empty for one that cannot. */
    private Optional<String> objection(WireRequest request) {
        for (String header : Headers.all(request, "origin")) {
            Origin origin = new Origin(header);
            if (origin.isHidden()) {
                return Optional.of("A web page that hides its origin (Origin: null), as one from a file or a sandbox"
                        + " does, may not call the endpoint. Serve it from an origin that LAGUNA_ORIGINS names.");
            }
            if (!origin.isOwn(request) && !origins.contains(origin.text())) {
                return Optional.of("A web page of " + origin.text() + " may not call the endpoint. Start Laguna with"
                        + " that origin in LAGUNA_ORIGINS (origins, separated by commas) to allow it.");
            }
        }
        boolean foreign =
                Headers.all(request, "sec-fetch-site").stream().anyMatch(site -> !OF_NO_OTHER_SITE.contains(site));
        return foreign && !isAllowed(request)
                ? Optional.of(
                        "A web page of another site may not call the endpoint. Start Laguna with the page's origin,"
                                + " like http://localhost:3000, in LAGUNA_ORIGINS to allow it.")
                : Optional.empty();
    }

    /**
     * Tells whether the page is of an allowed origin. When a page shows a picture, its browser sends no {@code Origin}.
     */
    private boolean isAllowed(WireRequest request) {
        return Headers.first(request, "origin")
                .map(Origin::new)
                .or(() -> request.method().equals("GET") ? Origin.ofReferer(request) : Optional.empty())
                .filter(origin -> origins.contains(origin.text()))
                .isPresent();
    }
}
