package io.laguna.emulator.cli;

import io.laguna.engines.process.Workspace;
import io.laguna.pipelines.profile.Catalog;
import io.laguna.pipelines.profile.Profile;

/** The places where a user finds what a run has made. */
record Whereabouts(String catalog, String files, String report, String logs) {
    private static final String REPORT = "covid/report/index.html";

    /** Returns the places on this machine, where everything is a file. */
    static Whereabouts of(Workspace workspace, Profile profile) {
        return new Whereabouts(
                "Hive Metastore",
                workspace.zones().toString(),
                workspace
                        .zones()
                        .resolve(profile.zones().refined())
                        .resolve(REPORT)
                        .toString(),
                workspace.logs() + ", and " + profile.logUri());
    }

    static Whereabouts of(Profile profile) {
        return new Whereabouts(
                profile.catalog() == Catalog.GLUE ? "Glue Data Catalog" : "Hive Metastore",
                "the buckets " + String.join(", ", profile.zones().buckets()),
                "s3://" + profile.zones().refined() + "/" + REPORT,
                profile.logUri());
    }
}
