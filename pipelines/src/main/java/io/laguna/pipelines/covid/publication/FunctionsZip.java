package io.laguna.pipelines.covid.publication;

import java.nio.file.Path;

/** The zip file with the pipeline's functions. */
public final class FunctionsZip {
    private FunctionsZip() {}

    /**
     * Returns the zip file that the build has made.
     *
     * @param home the folder of the checkout or installation
     */
    public static Path in(Path home) {
        return home.resolve("pipelines/functions/target/laguna-functions.zip");
    }
}
