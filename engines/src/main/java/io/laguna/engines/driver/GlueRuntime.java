package io.laguna.engines.driver;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The libraries that jobs of Glue have beside Spark: the artefact list of {@code engines/glue}.
 *
 * @param jars the core, its Scala facade and their libraries, without Spark's
 * @param compiler the jars of Scala's compiler, for jobs that are in Scala
 * @param python the package {@code awsglue} as an archive
 */
public record GlueRuntime(List<Path> jars, List<Path> compiler, Path python) {
    private static final String ENGINE = "glue";
    private static final String COMPILER = "scala-compiler-";

    public GlueRuntime {
        jars = List.copyOf(jars);
        compiler = List.copyOf(compiler);
    }

    /**
     * Returns the libraries of an installation.
     *
     * @throws EngineFailure when they are not built
     */
    public static GlueRuntime of(Workspace workspace) {
        Path python = workspace.engineBuild(ENGINE).resolve("awsglue.zip");
        if (!Files.exists(python)) {
            throw new EngineFailure(
                    "The runtime of Glue's jobs is not built (" + python + "): run ./mvnw -DskipTests package");
        }
        List<Path> all = workspace.jars(ENGINE);
        return new GlueRuntime(
                named(all.stream(), false).toList(), named(all.stream(), true).toList(), python);
    }

    private static Stream<Path> named(Stream<Path> jars, boolean compiler) {
        return jars.filter(jar -> jar.getFileName().toString().startsWith(COMPILER) == compiler);
    }
}
