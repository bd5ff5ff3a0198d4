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
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The programs that steps mean on this machine.
 *
 * @param environment what the cluster gives its jobs
 * @param variables exported to programs beside the environment's own. Not to Spark drivers: one that needs variables
 *     cannot be one that was kept ready
 * @param folder where programs run and files are fetched to
 * @param homeRefusal why this machine has no {@code /home/hadoop} for the cluster, if it has none
 * @see <a href="https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-commandrunner.html">command-runner.jar</a>
 */
public record Programs(
        S3Client s3,
        JobEnvironment environment,
        Map<String, String> variables,
        Path folder,
        Optional<String> homeRefusal) {
    /** Returns the sentence for people whose cluster has no {@code /home/hadoop}. */
    public static String withoutHome(String refusal) {
        return "This machine refuses a mount namespace (" + refusal.replaceAll("\\s+", " ") + "): there is no "
                + S3Files.HOME + " of the cluster's, and nothing is written into the machine's own";
    }

    /** Returns the program of a step; files that it needs are fetched. */
    public Program of(JarStep step) {
        try {
            Program program =
                    switch (step.jarName()) {
                        case "command-runner.jar" -> command(step);
                        case "script-runner.jar" -> script(step);
                        default -> jar(step);
                    };
            checkHome(program.words());
            return program;
        } catch (IOException | EngineFailure e) {
            return new Program.Refused(e.getMessage());
        }
    }

    /**
     * Returns the program of a bootstrap action.
     *
     * @throws IOException when there is no such script, or no home that it names
     */
    public Program script(String name, String path, List<String> arguments) throws IOException {
        Optional<String> program = NodePrograms.at(path);
        List<String> words = new ArrayList<>();
        words.add(
                program.isPresent()
                        ? program.get()
                        : files().fetchScript(path, folder).toString());
        words.addAll(arguments);
        checkHome(words);
        return plain(name, words, variables);
    }

    /** Refuses what would write into the machine's own {@code /home/hadoop}. */
    private void checkHome(List<String> words) throws IOException {
        if (homeRefusal.isPresent() && files().mentionHome(words, folder)) {
            throw new IOException(withoutHome(homeRefusal.get()));
        }
    }

    private Program command(JarStep step) {
        if (step.arguments().isEmpty()) {
            return new Program.Refused("command-runner.jar needs the command that it is to run as its arguments");
        }
        String program = step.arguments().get(0);
        return command(
                step,
                NodePrograms.at(program).orElse(program),
                step.arguments().subList(1, step.arguments().size()));
    }

    private Program command(JarStep step, String program, List<String> behind) {
        return switch (program) {
            case "spark-submit" -> spark(step, behind);
            case "spark-sql" -> spark(step, SparkWords.sql(behind));
            case "spark-example", "run-example" -> spark(step, SparkWords.example(behind));
            default -> NodePrograms.isMissing(program)
                    ? new Program.Refused(NodePrograms.refusal(program))
                    : plain(step.name(), words(program, behind), variables);
        };
    }

    /** Runs a script, or a program of the node, whatever it is: EMR's script-runner takes both. */
    private Program script(JarStep step) throws IOException {
        if (step.arguments().isEmpty()) {
            return new Program.Refused("script-runner.jar needs the path of a script as its first argument");
        }
        String path = step.arguments().get(0);
        List<String> behind = step.arguments().subList(1, step.arguments().size());
        Optional<String> program = NodePrograms.at(path);
        return program.isPresent() ? command(step, program.get(), behind) : script(step.name(), path, behind);
    }

    /**
     * Runs the main class of the manifest, or else the one that the step names or that its first argument is, as
     * {@code hadoop jar} does.
     */
    private Program jar(JarStep step) throws IOException {
        if (NodePrograms.isCopy(step.jar())) {
            return plain(step.name(), words("s3-dist-cp", step.arguments()), variables);
        }
        List<String> words = new ArrayList<>(List.of("hadoop", "jar"));
        if (NodePrograms.isJar(step.jar())) {
            words.add(step.jar());
        } else {
            Path jar = files().fetch(step.jar(), folder);
            words.add(jar.toString());
            Optional<String> declared = mainClass(files().onMachine(jar));
            if (declared.isEmpty()
                    && step.mainClass().isEmpty()
                    && step.arguments().isEmpty()) {
                return new Program.Refused(step.jar() + " has no Main-Class in its manifest, and the step names none");
            }
            step.mainClass()
                    .filter(named -> !declared.equals(Optional.of(named)))
                    .ifPresent(words::add);
        }
        words.addAll(step.arguments());
        Map<String, String> all = new HashMap<>(variables);
        if (!step.properties().isEmpty()) {
            all.put("JDK_JAVA_OPTIONS", systemProperties(step.properties()));
        }
        return plain(step.name(), words, all);
    }

    private S3Files files() {
        return new S3Files(s3, environment.home());
    }

    private static List<String> words(String program, List<String> behind) {
        return Stream.concat(Stream.of(program), behind.stream()).toList();
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
