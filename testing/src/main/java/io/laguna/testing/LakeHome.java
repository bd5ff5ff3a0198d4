package io.laguna.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The built checkout or installation of Laguna that tests run on. */
final class LakeHome {
    private LakeHome() {}

    /**
     * Returns the folder of the system property {@code laguna.home}, the environment's {@code LAGUNA_HOME}, or the
     * nearest folder above the working directory that is a checkout of Laguna.
     */
    static Path find() {
        Optional<Path> named = Stream.of(System.getProperty("laguna.home"), System.getenv("LAGUNA_HOME"))
                .flatMap(Stream::ofNullable)
                .map(Path::of)
                .findFirst();
        Path home = named.or(LakeHome::above)
                .orElseThrow(
                        () -> new IllegalStateException("Laguna is not found: set LAGUNA_HOME, or the system property"
                                + " laguna.home, to the folder of its built checkout."));
        if (!isHome(home)) {
            throw new IllegalStateException(home + " is not a checkout of Laguna: it has no folder engines/.");
        }
        return home.toAbsolutePath().normalize();
    }

    private static Optional<Path> above() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(LakeHome::isHome)
                .findFirst();
    }

    private static boolean isHome(Path folder) {
        return Files.isDirectory(folder.resolve("engines")) && Files.isDirectory(folder.resolve("hive-conf"));
    }
}
