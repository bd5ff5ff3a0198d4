package io.laguna.engines.function;

import io.laguna.engines.certificate.TrustedRoot;
import io.laguna.engines.driver.Python;
import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The runtimes of functions that an installation has, by AWS's names of them. */
public final class FunctionRuntimes {
    private static final Pattern NAME = Pattern.compile("(python|nodejs|java|provided)(.*)");
    private static final List<String> BOOTSTRAPS = List.of("bootstrap.py", "bootstrap.mjs", "node-path.mjs");

    /** The releases that AWS still takes or took lately, by their languages. */
    private static final Map<String, List<String>> RELEASES = Map.of(
            "python",
            List.of("3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14"),
            "nodejs",
            List.of("16.x", "18.x", "20.x", "22.x", "24.x"),
            "java",
            List.of("8.al2", "11", "17"),
            "provided",
            List.of("", ".al2", ".al2023"));

    private final Workspace workspace;
    private final Path folder;
    private final Map<String, FunctionRuntime> found = new ConcurrentHashMap<>();
    private final Map<Path, Map<String, String>> trust = new ConcurrentHashMap<>();

    private FunctionRuntimes(Workspace workspace, Path folder) {
        this.workspace = workspace;
        this.folder = folder;
    }

    /**
     * Returns the runtimes of an installation.
     *
     * @param folder into which the programs are put that run functions
     */
    public static FunctionRuntimes of(Workspace workspace, Path folder) {
        try {
            Files.createDirectories(folder);
            for (String bootstrap : BOOTSTRAPS) {
                try (InputStream program = FunctionRuntimes.class.getResourceAsStream(bootstrap)) {
                    Files.copy(program, folder.resolve(bootstrap), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the runtimes of functions into " + folder, e);
        }
        return new FunctionRuntimes(workspace, folder);
    }

    /** Returns the folder that is {@code /var/runtime} for functions. */
    public Path folder() {
        return folder;
    }

    /**
     * Returns the variables by which functions trust the lake's own certificates.
     *
     * @param seen the folder of these runtimes as functions see it
     */
    public Map<String, String> trust(Path seen) {
        return trust.computeIfAbsent(seen, place -> TrustedRoot.variables(workspace, folder, place));
    }

    /** Tells whether functions of a runtime can be made: {@code python3.12}. */
    public static boolean has(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches() && RELEASES.get(parts.group(1)).contains(parts.group(2));
    }

    /**
     * Returns a runtime.
     *
     * @throws RuntimeMissingException for one that is none of Laguna's
     */
    public FunctionRuntime find(String name) {
        return found.computeIfAbsent(name, this::make);
    }

    private FunctionRuntime make(String name) {
        Matcher parts = NAME.matcher(name);
        if (!has(name) || !parts.matches()) {
            throw new RuntimeMissingException("Laguna has no runtime " + name + ".");
        }
        String release = parts.group(2);
        return switch (parts.group(1)) {
            case "python" -> new PythonRuntime(Python.of(workspace), release);
            case "nodejs" -> NodeRuntime.on(
                    Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"),
                    release.replace(".x", ""),
                    JavaScriptPackages.of(workspace));
            case "java" -> new JavaRuntime(jars(), release.replace(".al2", ""));
            default -> new ProvidedRuntime();
        };
    }

    private List<Path> jars() {
        try {
            return workspace.jars("lambda");
        } catch (EngineFailure e) {
            throw new RuntimeMissingException(e.getMessage());
        }
    }
}
