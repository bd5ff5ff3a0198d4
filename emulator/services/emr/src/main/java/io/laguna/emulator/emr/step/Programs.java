package io.laguna.emulator.emr.step;

import io.laguna.engines.driver.Command;
import io.laguna.engines.driver.JobEnvironment;
import io.laguna.engines.driver.SparkSubmission;
import io.laguna.engines.driver.SparkWords;
import io.laguna.engines.process.EngineFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The programs that steps mean on this machine.
 *
 * @param environment what the cluster gives its jobs
 * @param variables exported to programs beside the environment's own. Not to Spark drivers: one that needs variables
 *     cannot be one that was kept ready
 * @param folder where programs run and files are fetched to
 * @see <a href="https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-commandrunner.html">command-runner.jar</a>
 */
public record Programs(S3Client s3, JobEnvironment environment, Map<String, String> variables, Path folder) {
    private static final String NOT_HERE = " is not on this cluster: Laguna runs Spark, Hadoop's file system commands,"
            + " s3-dist-cp, shell scripts and jars";

    /** Returns the program of a step; files that it needs are fetched. */
    public Program of(JarStep step) {
        try {
            return switch (step.jarName()) {
                case "command-runner.jar" -> command(step);
                case "script-runner.jar" -> script(step);
                default -> jar(step);
            };
        } catch (IOException | EngineFailure e) {
            return new Program.Refused(e.getMessage());
        }
    }

    /**
     * Returns the program of a bootstrap action.
     *
     * @throws IOException when there is no such script
     */
    public Program script(String name, String path, List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(new S3Files(s3).fetchScript(path, folder).toString());
        words.addAll(arguments);
        return plain(name, words, variables);
    }

    private Program command(JarStep step) {
        if (step.arguments().isEmpty()) {
            return new Program.Refused("command-runner.jar needs the command that it is to run as its arguments");
        }
        List<String> behind = step.arguments().subList(1, step.arguments().size());
        String program = step.arguments().get(0);
        return switch (program.replaceFirst("^/usr/(lib/spark/)?bin/", "")) {
            case "spark-submit" -> spark(step, behind);
            case "spark-sql" -> spark(step, SparkWords.sql(behind));
            case "spark-example", "run-example" -> spark(step, SparkWords.example(behind));
            case "state-pusher-script",
                    "hive-script",
                    "hive",
                    "pig-script",
                    "pig",
                    "hadoop-streaming",
                    "presto-cli",
                    "trino-cli" -> new Program.Refused(program + NOT_HERE);
            default -> plain(step.name(), step.arguments(), variables);
        };
    }

    private Program script(JarStep step) throws IOException {
        if (step.arguments().isEmpty()) {
            return new Program.Refused("script-runner.jar needs the path of a script as its first argument");
        }
        return script(
                step.name(),
                step.arguments().get(0),
                step.arguments().subList(1, step.arguments().size()));
    }

    /** Runs the main class of the manifest, or else the one that follows the jar, as {@code hadoop jar} does. */
    private Program jar(JarStep step) throws IOException {
        Path jar = new S3Files(s3).fetch(step.jar(), folder);
        Optional<String> declared = mainClass(jar);
        if (declared.isEmpty() && step.mainClass().isEmpty()) {
            return new Program.Refused(step.jar() + " has no Main-Class in its manifest, and the step names none");
        }
        List<String> words = new ArrayList<>(List.of("hadoop", "jar", jar.toString()));
        step.mainClass().filter(named -> !declared.equals(Optional.of(named))).ifPresent(words::add);
        words.addAll(step.arguments());
        Map<String, String> all = new HashMap<>(variables);
        if (!step.properties().isEmpty()) {
            all.put("JDK_JAVA_OPTIONS", systemProperties(step.properties()));
        }
        return plain(step.name(), words, all);
    }

    private Program spark(JarStep step, List<String> words) {
        return new Program.Spark(new SparkSubmission(fileName(step.name()), words, environment).in(folder));
    }

    private Program plain(String name, List<String> words, Map<String, String> more) {
        return new Program.Plain(new Command(fileName(name), words, environment.withVariables(more), folder));
    }

    private static String fileName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        return plain.substring(0, Math.min(plain.length(), 64));
    }

    private static String systemProperties(Map<String, String> properties) {
        return properties.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(property -> "\"-D" + property.getKey() + "=" + property.getValue() + "\"")
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> mainClass(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Optional.ofNullable(file.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS));
        } catch (IOException e) {
            throw new IOException(jar.getFileName() + " is no jar: " + e.getMessage(), e);
        }
    }
}
