package io.laguna.engines.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.deploy.SparkSubmit;

/** The main class of a driver: {@code SparkSubmit}, in a working folder like that of a container. */
public final class Driver {
    private static final String PYTHON_PATH = "spark.executorEnv.PYTHONPATH";
    /** The property that says what of a job is not as it asks for. */
    private static final String NOTES = "spark.laguna.notes";

    private Driver() {}

    /**
     * Runs a job.
     *
     * @param words SparkSubmit's
     */
    public static void main(String[] words) throws IOException {
        Thread main = Thread.currentThread();
        main.setContextClassLoader(new ClusterManagers(main.getContextClassLoader(), DriverJvm.isOnYarn()));
        SubmitWords read = new SubmitWords(List.of(words), false, new NodeFiles(Map.of(), List.of()));
        Optional.ofNullable(read.properties().get(NOTES)).ifPresent(System.err::println);
        List<String> all = new ArrayList<>(List.of(words));
        ContainerFiles files = new ContainerFiles(read, Path.of("").toAbsolutePath());
        if (files.areForDriver()) {
            files.fetch();
        }
        if (read.isLocal()) {
            // The last of the options holds.
            int application = words.length - read.rest().size();
            all.addAll(application, pythonPath(read, files.wheels()));
        }
        SparkSubmit.main(all.toArray(String[]::new));
    }

    private static List<String> pythonPath(SubmitWords read, List<Path> wheels) {
        String own = read.properties().getOrDefault(PYTHON_PATH, "");
        String path = Stream.concat(
                        wheels.stream().map(Path::toString), Stream.of(own).filter(each -> !each.isEmpty()))
                .collect(Collectors.joining(File.pathSeparator));
        return wheels.isEmpty() ? List.of() : List.of("--conf", PYTHON_PATH + "=" + path);
    }
}
