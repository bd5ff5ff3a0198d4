package io.laguna.pipelines.covid;

import java.nio.file.Path;

/** The jar with the pipeline's Spark jobs. */
public final class CovidJar {
    private CovidJar() {}

    /**
     * Returns the jar that the build has made.
     *
     * @param home the folder of the checkout or installation
     */
    public static Path in(Path home) {
        return home.resolve("spark-apps/target/laguna-spark-apps.jar");
    }
}
