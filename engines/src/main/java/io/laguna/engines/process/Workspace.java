package io.laguna.engines.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The folders in which Laguna lives on disk.
 *
 * @param home the folder of the checkout or installation: {@code engines/}, {@code hive-conf/}, {@code data/}
 * @param state what engines keep between starts, their logs included
 * @param zones the folder of buckets
 * @param configuration where jobs run, as a folder of {@code hive-conf/}: {@code local}, {@code cluster}
 */
public record Workspace(Path home, Path state, Path zones, String configuration) {
    private static final String LOCAL = "local";
    private static final String CLUSTER = "cluster";

    /**
     * Returns the workspace of an installation with its lake.
     *
     * @param home the folder of the checkout or installation
     * @param lake the folder in which {@code .laguna/} and {@code zones/} lie
     */
    public static Workspace of(Path home, Path lake) {
        Path absolute = lake.toAbsolutePath().normalize();
        return new Workspace(
                home.toAbsolutePath().normalize(), absolute.resolve(".laguna"), absolute.resolve("zones"), LOCAL);
    }

    /** Returns this workspace with jobs that run on a cluster. */
    public Workspace onCluster() {
        return new Workspace(home, state, zones, CLUSTER);
    }

    public boolean isOnCluster() {
        return configuration.equals(CLUSTER);
    }

    public Path logs() {
        return state.resolve("logs");
    }

    public Path log(String engine) {
        return logs().resolve(engine + ".log");
    }

    public Path engineState(String engine) {
        return state.resolve(engine);
    }

    /** Returns the Hadoop, Hive and Spark configuration of jobs. */
    public Path hiveConf() {
        return home.resolve("hive-conf").resolve(configuration);
    }

    /** Returns the folder with what the build made of an engine's artefact list. */
    public Path engineBuild(String engine) {
        return home.resolve("engines").resolve(engine).resolve("target");
    }

    /** Returns the engine's jars in the order of its artefact list. */
    public List<Path> jars(String engine) {
        Path list = engineBuild(engine).resolve("classpath");
        try {
            return Pattern.compile(File.pathSeparator)
                    .splitAsStream(Files.readString(list).strip())
                    .map(Path::of)
                    .toList();
        } catch (IOException e) {
            throw new EngineFailure(
                    "The artefact list of " + engine + " is not built (" + list + "): run ./mvnw -DskipTests package",
                    e);
        }
    }
}
