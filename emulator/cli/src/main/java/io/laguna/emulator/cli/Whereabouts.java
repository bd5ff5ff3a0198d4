package io.laguna.emulator.cli;

import io.laguna.engines.process.Workspace;
import io.laguna.pipelines.covid.publication.Published;
import io.laguna.pipelines.profile.Catalog;
import io.laguna.pipelines.profile.Profile;
import java.net.URI;
import java.util.Optional;

/**
 * The places where a user finds what a run has made.
 *
 * @param endpoint of Laguna, below which APIs have paths; without one, APIs have names of their own
 * @param before what has to be done before the endpoint answers
 */
record Whereabouts(String catalog, String files, String report, String logs, Optional<String> endpoint, String before) {
    private static final String REPORT = "covid/report/index.html";

    /**
     * Returns the places on this machine, where everything is a file.
     *
     * @param stays whether the lake is up after the run
     */
    static Whereabouts of(Workspace workspace, Profile profile, boolean stays) {
        String usual = "http://127.0.0.1:"
                + Optional.ofNullable(System.getenv("LAGUNA_ENDPOINT_PORT")).orElse("4566");
        return new Whereabouts(
                "Hive Metastore",
                workspace.zones().toString(),
                workspace
                        .zones()
                        .resolve(profile.zones().refined())
                        .resolve(REPORT)
                        .toString(),
                workspace.logs() + ", and " + profile.logUri(),
                stays ? profile.endpoint().map(URI::toString) : Optional.of(usual),
                stays ? "" : ", after ./laguna up");
    }

    static Whereabouts of(Profile profile) {
        return new Whereabouts(
                profile.catalog() == Catalog.GLUE ? "Glue Data Catalog" : "Hive Metastore",
                "the buckets " + String.join(", ", profile.zones().buckets()),
                "s3://" + profile.zones().refined() + "/" + REPORT,
                profile.logUri(),
                profile.endpoint().map(URI::toString),
                "");
    }

    /** Returns the address of an API, by a path of the endpoint where there is one: no name has to lead there. */
    String api(Published api) {
        return endpoint.map(here -> here + "/_aws/execute-api/" + api.id()).orElse(api.address()) + before;
    }
}
