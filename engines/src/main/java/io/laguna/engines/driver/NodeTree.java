package io.laguna.engines.driver;

import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder of links that lies over {@code /usr} in the {@link NodeView}: EMR's programs and jars at their places. */
record NodeTree(Workspace workspace) {
    /** Files of {@code engines/spark/bin} that are no programs of a node. */
    private static final List<String> OURS = List.of("java.sh", "container-logs");

    private static final List<String> SPARKS = List.of("pyspark", "run-example", "spark-sql", "spark-submit");

    /** Returns the folder whose {@code usr} it is. */
    Path root() {
        return workspace.state().resolve("node");
    }

    /** Returns the Python that the node has. */
    Python python() {
        return Python.of(workspace);
    }

    /** Lays the links out anew. Tells whether the folder's name can stand among the options of an overlay. */
    boolean make() throws IOException {
        Tree.delete(root());
        for (String folder : List.of("bin", "lib", "share")) {
            Files.createDirectories(root().resolve("usr").resolve(folder));
        }
        for (Map.Entry<String, Path> link : links().entrySet()) {
            Path place = root().resolve(link.getKey().substring(1));
            Files.createDirectories(place.getParent());
            Files.createSymbolicLink(place, link.getValue());
        }
        return !root().toString().matches(".*[:,\\\\].*");
    }

    private Map<String, Path> links() throws IOException {
        Map<String, Path> links = new HashMap<>(new NodeFiles(workspace).all());
        links.putAll(python().links());
        Path bin = workspace.home().resolve("engines/spark/bin");
        for (Path program : list(bin)) {
            String name = program.getFileName().toString();
            if (!OURS.contains(name) && !links.containsKey("/usr/bin/" + name) && !isTheMachines(name)) {
                links.put("/usr/bin/" + name, program);
            }
            if (SPARKS.contains(name)) {
                links.put("/usr/lib/spark/bin/" + name, program);
            }
            if (name.equals("hadoop")) {
                links.put("/usr/lib/hadoop/bin/" + name, program);
            }
        }
        for (Path jar : list(workspace.engineBuild("spark"))) {
            if (jar.getFileName().toString().endsWith(".jar")) {
                links.put("/usr/lib/spark/examples/jars/spark-examples.jar", jar);
                links.put("/usr/share/aws/emr/s3-dist-cp/lib/s3-dist-cp.jar", jar);
            }
        }
        return links;
    }

    /** Tells whether a program of the machine does more than the one here. */
    private static boolean isTheMachines(String name) {
        return name.equals("aws") && Files.exists(Path.of("/usr/bin/aws"));
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
