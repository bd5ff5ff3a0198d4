package io.laguna.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A machine without Java, as far as {@code engines/jdk/home} can see: a PATH with no more than a small Linux has, a home
 * folder of its own, and a checkout whose pinned JDK is of a release that no machine has.
 */
final class BareMachine {
    static final String RELEASE = "900";
    static final String VERSION = "900.0.1+1";

    private static final List<String> PROGRAMS = List.of(
            "bash",
            "cat",
            "cut",
            "dirname",
            "flock",
            "grep",
            "gzip",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sha256sum",
            "tar",
            "uname");

    private final Path folder;

    /**
     * Creates a machine.
     *
     * @param downloaders the programs with which it can fetch files: {@code curl}, {@code wget}
     */
    BareMachine(Path folder, String... downloaders) throws IOException {
        this.folder = folder;
        Files.createDirectories(home());
        Files.createDirectories(programs());
        for (String program : PROGRAMS) {
            install(program);
        }
        for (String program : downloaders) {
            install(program);
        }
        Path jdk = Files.createDirectories(folder.resolve("checkout/engines/jdk"));
        Files.copy(LagunaCommand.home().resolve("engines/jdk/home"), jdk.resolve("home"));
    }

    /** Gives the machine under test a program of this machine. */
    void install(String program) throws IOException {
        Files.createSymbolicLink(programs().resolve(program), on(System.getenv("PATH"), program));
    }

    static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    Path home() {
        return folder.resolve("home");
    }

    /** Returns the folder into which JDKs are fetched. */
    Path tools() {
        return home().resolve(".local/share/laguna/tools");
    }

    /** Returns the path that {@code engines/jdk/home} prints when it has fetched the pinned JDK. */
    Path fetched() {
        return tools().resolve("jdk-" + VERSION);
    }

    /** Returns everything in {@link #tools()} but the file that is locked while something is fetched. */
    List<String> leftInTools() throws IOException {
        if (!Files.isDirectory(tools())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(tools())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".lock"))
                    .toList();
        }
    }

    /** Pins the archive of a JDK, as {@code jdks.properties} does. */
    void pin(byte[] archive) throws IOException {
        String machine = Commands.check(Map.of(), "uname", "-m").strip();
        Files.writeString(
                folder.resolve("checkout/engines/jdk/jdks.properties"),
                """
                900.version=%1$s
                900.size=1 MB
                900.%2$s.address=https://github.com/somebody/releases/jdk-900.tar.gz
                900.%2$s.sha256=%3$s
                """
                        .formatted(VERSION, machine, sha256(archive)));
    }

    /** Returns the archive of a JDK that only tells its version. */
    Path jdk(String modules) throws IOException {
        Path jdk = Files.createDirectories(folder.resolve("made/jdk-" + VERSION));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"900.0.1\"\nMODULES=\"" + modules + "\"\n");
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"900.0.1\"' >&2\n");
        if (!java.toFile().setExecutable(true)) {
            throw new IOException(java + " can not be made executable");
        }
        return jdk;
    }

    byte[] archive(Path jdk) throws IOException {
        Path archive = folder.resolve("jdk.tar.gz");
        String parent = jdk.getParent().toString();
        Commands.check(
                Map.of(),
                "tar",
                "-czf",
                archive.toString(),
                "-C",
                parent,
                jdk.getFileName().toString());
        return Files.readAllBytes(archive);
    }

    Commands.Result findJdk(Map<String, String> variables) {
        try {
            Process process = start(variables);
            int exitCode = process.waitFor();
            return new Commands.Result(exitCode, Files.readString(output()) + Files.readString(errors()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while a JDK is looked for", e);
        }
    }

    /** Returns the last line that was printed on standard output. */
    Path found() throws IOException {
        return Path.of(Files.readString(output()).strip());
    }

    Process start(Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        programs().resolve("bash").toString(),
                        folder.resolve("checkout/engines/jdk/home").toString(),
                        RELEASE)
                .redirectOutput(output().toFile())
                .redirectError(errors().toFile());
        builder.environment().clear();
        builder.environment().putAll(environment(variables));
        return builder.start();
    }

    Map<String, String> environment(Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("HOME", home().toString());
        environment.put("PATH", programs().toString());
        return environment;
    }

    private Path programs() {
        return folder.resolve("bin");
    }

    private Path output() {
        return folder.resolve("output");
    }

    private Path errors() {
        return folder.resolve("errors");
    }

    private static Path on(String path, String program) {
        return Stream.of(path.split(":", -1))
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + program + " on the PATH " + path));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
