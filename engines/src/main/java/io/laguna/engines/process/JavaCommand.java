package io.laguna.engines.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line of an engine that is a JVM. */
public final class JavaCommand {
    private JavaCommand() {}

    /**
     * Returns a command line whose class path has the engine's jars, its own classes and the jobs' configuration.
     *
     * <p>They are in that order: a JVM takes a class-data archive only when its class path begins with the jars the
     * archive was made of, and no folder can be among those (JEP 310).
     */
    public static List<String> of(
            Workspace workspace, String engine, List<String> options, String mainClass, List<String> arguments) {
        return of(workspace, engine, List.of(), options, mainClass, arguments);
    }

    /** Returns the command line on another JDK, without the jobs' configuration. */
    public static List<String> of(
            Path java,
            Workspace workspace,
            String engine,
            List<String> options,
            String mainClass,
            List<String> arguments) {
        return words(java, workspace, engine, options, mainClass, arguments, own(workspace, engine));
    }

    /**
     * Returns the command line with entries in front of the class path, for which the JVM does without the archive.
     *
     * @param ahead entries of the class path as a user writes them
     */
    public static List<String> of(
            Workspace workspace,
            String engine,
            List<String> ahead,
            List<String> options,
            String mainClass,
            List<String> arguments) {
        Stream<Path> own = Stream.concat(own(workspace, engine), Stream.of(workspace.hiveConf()));
        return words(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                workspace,
                engine,
                options,
                mainClass,
                arguments,
                Stream.concat(ahead.stream().map(Path::of), own));
    }

    private static Stream<Path> own(Workspace workspace, String engine) {
        return Stream.concat(
                workspace.jars(engine).stream(),
                Stream.of(workspace.engineBuild(engine).resolve("classes")));
    }

    private static List<String> words(
            Path java,
            Workspace workspace,
            String engine,
            List<String> options,
            String mainClass,
            List<String> arguments,
            Stream<Path> classPath) {
        List<String> words = new ArrayList<>();
        words.add(java.toString());
        words.addAll(options);
        words.addAll(archived(workspace.engineBuild(engine).resolve("classes.jsa")));
        words.add("-cp");
        words.add(classPath.map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        words.add(mainClass);
        words.addAll(arguments);
        return words;
    }

    /**
     * Returns the options that use a class-data archive. A JVM ignores an archive that does not fit it without a word:
     * starting slowly is not a failure.
     */
    public static List<String> archived(Path archive) {
        return Files.exists(archive)
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds=off")
                : List.of();
    }
}
