package io.laguna.engines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM of the same kind as ours. */
final class JavaCommand {
    private JavaCommand() {}

    static List<String> of(List<String> options, List<Path> classPath, String mainClass, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.add("-cp");
        words.add(Workspace.joined(classPath));
        words.add(mainClass);
        words.addAll(arguments);
        return words;
    }
}
