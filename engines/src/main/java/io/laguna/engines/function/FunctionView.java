package io.laguna.engines.function;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The view of the file system and of the processes that a function has: {@code /var/task}, {@code /opt} and {@code /tmp} are
 * its own, and what it starts ends with it. Namespaces make it, where the machine allows them.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/namespaces.7.html">namespaces</a>
 */
public final class FunctionView {
    private static final String SCRIPT = script();
    private static final String NOTHING = "-";

    /** A way into namespaces: the words that make them, and the user and the group that a function gets back there. */
    private record Way(List<String> unshare, String ids) {}

    private final Path probe;
    private Optional<Way> way = Optional.empty();
    private Optional<String> refusal = Optional.empty();

    /**
     * Creates the view of this machine's functions.
     *
     * @param probe a folder in which it is tried out
     */
    public FunctionView(Path probe) {
        this.probe = probe;
    }

    /** Returns why this machine cannot show functions the folders of AWS, if it cannot. */
    public synchronized Optional<String> refusal() {
        if (way.isEmpty() && refusal.isEmpty()) {
            find();
        }
        return refusal;
    }

    /** Returns the folders as a function has them here. */
    public FunctionFolders seen(FunctionFolders folders) {
        return refusal().isEmpty() ? folders.onAws() : folders;
    }

    /** Returns the words that run a program with the view; the program's own where this machine refuses. */
    List<String> words(List<String> program, FunctionFolders folders) {
        return refusal().isEmpty() ? words(way.orElseThrow(), program, folders) : program;
    }

    private void find() {
        try {
            String ids = Files.getAttribute(Path.of("/proc/self"), "unix:uid") + ":"
                    + Files.getAttribute(Path.of("/proc/self"), "unix:gid");
            List<String> rest = List.of("-mpf", "--kill-child", "--propagation", "private");
            Way asRoot = new Way(words(List.of("unshare"), rest), NOTHING);
            Way asUser = new Way(words(List.of("unshare", "-Ur"), rest), ids);
            String last = "";
            for (Way each : ids.startsWith("0:") ? List.of(asRoot, asUser) : List.of(asUser)) {
                Tool.Result result = attempt(each);
                if (result.succeeded()) {
                    way = Optional.of(each);
                    return;
                }
                last = result.output().strip();
            }
            refusal = Optional.of(last.isEmpty() ? "no reason given" : last);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot try out namespaces in " + probe, e);
        }
    }

    private Tool.Result attempt(Way each) throws IOException {
        FunctionFolders folders =
                new FunctionFolders(probe, Optional.of(probe), probe, Optional.of(probe), probe.resolve("own"));
        Files.createDirectories(folders.temporary());
        Files.createDirectories(folders.shadow());
        try {
            return Tool.run(words(each, List.of("test", "-d", "/var/task"), folders), Map.of());
        } catch (EngineFailure e) {
            return new Tool.Result(1, e.getMessage());
        }
    }

    private static List<String> words(Way known, List<String> program, FunctionFolders folders) {
        List<String> script = List.of(
                "/bin/sh",
                "-c",
                SCRIPT,
                "function",
                System.getenv().getOrDefault("PATH", "/usr/bin:/bin"),
                known.ids(),
                folders.shadow().toString(),
                folders.task().toString(),
                folders.layers().map(Path::toString).orElse(NOTHING),
                folders.runtime().toString(),
                folders.language().map(Path::toString).orElse(NOTHING),
                folders.temporary().toString());
        return words(words(known.unshare(), script), program);
    }

    private static List<String> words(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static String script() {
        try (InputStream script = FunctionView.class.getResourceAsStream("function.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
