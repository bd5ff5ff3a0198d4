package io.laguna.engines.driver;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.OwnerOnlyFile;
import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.HiveMetastore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Spark's programs in the terminal and the folder of a user, on a lake that another process keeps up. Such a program takes
 * the place of the process that asked for it, so that the terminal, its signals and the exit code are the program's own.
 *
 * @param metastoreUri the address of {@link HiveMetastore}
 * @param driverMemory the heap of a driver that does not ask for another: {@code 2g}
 */
public record Shells(Workspace workspace, S3Access s3, String metastoreUri, String driverMemory) {
    /** The programs, all of {@code engines/spark/bin}. */
    public static final List<String> PROGRAMS = List.of("pyspark", "spark-sql", "spark-submit");

    /**
     * Writes a shell script that becomes a program.
     *
     * @param program one of {@link #PROGRAMS}
     * @param process the process that is going to run the script; the files of ended ones are deleted
     * @return the script, readable by its owner only, since it holds the lake's key
     * @throws EngineFailure when the program needs Laguna's Python and there is none
     */
    public Path prepare(String program, long process) {
        if (program.equals("pyspark")) {
            Python.of(workspace).require();
        }
        Path folder = workspace.state().resolve("shells").resolve(Long.toString(process));
        try {
            sweep(folder.getParent());
            Tree.delete(folder);
            Path scratch = Files.createDirectories(folder.resolve("tmp"));
            Path script = folder.resolve("start");
            OwnerOnlyFile.write(script, script(program, variables(folder, scratch)));
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the settings of " + program + " into " + folder, e);
        }
    }

    private Map<String, String> variables(Path folder, Path scratch) {
        NodeView machine = NodeView.none(new NodeTree(workspace));
        JobEnvironment own = JobEnvironment.LAKE.at(Path.of(System.getProperty("user.home")));
        return new Toolbox(workspace, s3, metastoreUri, driverMemory, machine).environment(own, folder, scratch);
    }

    /** Returns the script. The user's own variables stay, but for those that could lead to an account of AWS. */
    private String script(String program, Map<String, String> variables) {
        List<String> lines = new ArrayList<>();
        System.getenv().keySet().stream()
                .filter(name -> name.matches("AWS_\\w+"))
                .sorted()
                .forEach(name -> lines.add("unset " + name));
        lines.add("export AWS_EC2_METADATA_DISABLED=true");
        new TreeMap<>(variables).forEach((name, value) -> lines.add("export " + name + "=" + quoted(value)));
        Path file = workspace.home().resolve("engines/spark/bin").resolve(program);
        lines.add("exec " + quoted(file.toString()) + " \"$@\"");
        return String.join("\n", lines) + "\n";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static void sweep(Path shells) throws IOException {
        if (!Files.isDirectory(shells)) {
            return;
        }
        try (Stream<Path> folders = Files.list(shells)) {
            for (Path folder : folders.toList()) {
                if (ProcessHandle.of(Long.parseLong(folder.getFileName().toString()))
                        .isEmpty()) {
                    Tree.delete(folder);
                }
            }
        }
    }
}
