package io.laguna.engines.spark;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.util.Utils;

/**
 * The files and archives of a job, in its working folder as YARN has them in a container's: by the name behind the
 * {@code #}, or else by their own. A driver that looks for {@code ./environment/bin/python} finds it there.
 *
 * @param words the job's, with the properties by which it reads S3 and HDFS
 * @param folder the driver's working folder; a file that is there stays as it is
 * @see <a href="https://spark.apache.org/docs/3.5.5/running-on-yarn.html#important-notes">Running Spark on YARN</a>
 */
record ContainerFiles(SubmitWords words, Path folder) {
    private static final String HADOOP = "spark.hadoop.";
    /** The property of a job whose driver has them although its executors are on a cluster. */
    private static final String DRIVER = "spark.laguna.driver.files";

    /**
     * Tells whether the driver of this JVM is to have them: when it is the executor too, and when the job says so. YARN gives
     * none to a driver in client mode.
     */
    boolean areForDriver() {
        return words.isLocal() || (!words.isDetached() && words.properties().containsKey(DRIVER));
    }

    /** Puts the files and the archives into the folder. */
    void fetch() throws IOException {
        for (String file : named("--files", "spark.files", "spark.yarn.dist.files")) {
            fetch(file, false);
        }
        for (String archive : named("--archives", "spark.archives", "spark.yarn.dist.archives")) {
            fetch(archive, true);
        }
    }

    /**
     * Puts the wheels among the Python files into the folder, and returns where workers of Python find them: YARN has
     * all Python files on their path, Spark alone only archives by the names {@code .zip}, {@code .egg} and {@code .jar}.
     */
    List<Path> wheels() throws IOException {
        List<Path> wheels = new ArrayList<>();
        for (String file : named("--py-files", "spark.submit.pyFiles", "spark.yarn.dist.pyFiles")) {
            if (file.endsWith(".whl")) {
                wheels.add(fetch(file, false));
            }
        }
        return wheels;
    }

    private List<String> named(String option, String property, String ofYarn) {
        return Stream.of(words.value(option, property), words.value(ofYarn, ofYarn))
                .flatMap(Optional::stream)
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::strip)
                .filter(file -> !file.isEmpty())
                .distinct()
                .toList();
    }

    private Path fetch(String named, boolean archive) throws IOException {
        URI file = Utils.resolveURI(named);
        String own = Path.of(file.getPath()).getFileName().toString();
        Path place = folder.resolve(Optional.ofNullable(file.getFragment()).orElse(own));
        if (Files.exists(place)) {
            return place;
        }
        Path scratch = Files.createTempDirectory("fetched");
        String plain = named.replaceFirst("#[^#/]*$", "");
        File fetched = Utils.fetchFile(
                Utils.resolveURI(plain).toString(), scratch.toFile(), new SparkConf(false), hadoop(), -1, false, false);
        if (archive) {
            Utils.unpack(fetched, place.toFile());
        } else {
            Files.move(fetched.toPath(), place);
        }
        Utils.deleteRecursively(scratch.toFile());
        return place;
    }

    private Configuration hadoop() {
        Configuration configuration = new Configuration();
        words.properties().forEach((key, value) -> {
            if (key.startsWith(HADOOP)) {
                configuration.set(key.substring(HADOOP.length()), value);
            }
        });
        return configuration;
    }
}
