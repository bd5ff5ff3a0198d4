package io.laguna.engines.driver;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The view of the file system that a job's processes have: {@code /home/hadoop} is a folder of the cluster's, and EMR's
 * programs and jars are at their places, while the machine itself stays as it is. A mount namespace makes it.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/mount_namespaces.7.html">mount_namespaces</a>
 */
final class NodeView {
    /** The home of the user that EMR runs steps as. */
    static final String HOME = "/home/hadoop";

    private static final String SCRIPT = script();
    private static final String NOTHING = "-";

    /**
     * A way into a namespace that this machine takes.
     *
     * @param unshare the words that make it
     * @param ids the user and the group that a program gets back there
     * @param files whether EMR's programs and jars can lie over {@code /usr}
     */
    private record Way(List<String> unshare, String ids, boolean files) {}

    private final NodeTree tree;
    private final boolean isMachine;
    private Optional<Way> way = Optional.empty();
    private Optional<String> refusal = Optional.empty();

    NodeView(NodeTree tree) {
        this(tree, false);
    }

    private NodeView(NodeTree tree, boolean isMachine) {
        this.tree = tree;
        this.isMachine = isMachine;
    }

    /** Returns the view of processes that see the machine as it is: a node of a cluster, or a user's own. */
    static NodeView none(NodeTree tree) {
        NodeView view = new NodeView(tree, true);
        view.refusal = Optional.of("the machine is wanted as it is");
        return view;
    }

    /**
     * Returns the command line by which a program sees the node; the program's own where this machine refuses.
     *
     * @param home the folder that {@link #HOME} is; one that is not there yet can become a link to it
     * @param scratch a folder for the process alone
     */
    List<String> words(List<String> program, Path home, Path scratch) {
        return way().map(known -> words(known, program, home, scratch)).orElse(program);
    }

    /** Returns why this machine has no {@link #HOME} for jobs, if it has none. */
    Optional<String> refusal() {
        way();
        return refusal;
    }

    /** Tells whether {@link #HOME} is the home of whoever runs Laguna, as in its image: then it is the cluster's too. */
    static boolean isOwnHome() {
        return HOME.equals(System.getProperty("user.home"));
    }

    /**
     * Returns the home of a program, as the program sees it.
     *
     * @param home the folder that {@link #HOME} is
     */
    Path home(Path home) {
        return !isMachine && (way().isPresent() || isOwnHome()) ? Path.of(HOME) : home;
    }

    /** Returns the variables of a program that sees the node. */
    Map<String, String> variables() {
        return way().isPresent() ? Map.of("HOME", HOME) : Map.of();
    }

    private synchronized Optional<Way> way() {
        if (way.isEmpty() && refusal.isEmpty()) {
            try {
                find(tree.make());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot lay out the files of a node in " + tree.root(), e);
            }
        }
        return way;
    }

    private void find(boolean files) throws IOException {
        String ids = Files.getAttribute(Path.of("/proc/self"), "unix:uid") + ":"
                + Files.getAttribute(Path.of("/proc/self"), "unix:gid");
        String unshare = onPath("unshare");
        List<String> asUser = List.of(unshare, "-Urm", "--propagation", "private");
        List<Way> ways = new ArrayList<>();
        if (ids.startsWith("0:")) {
            ways.add(new Way(List.of(unshare, "-m", "--propagation", "private"), NOTHING, files));
        }
        ways.add(new Way(asUser, ids, files));
        ways.add(new Way(asUser, ids, false));
        String last = "";
        for (Way each : ways) {
            Tool.Result result = attempt(each);
            if (result.succeeded()) {
                way = Optional.of(each);
                return;
            }
            last = result.output().strip();
        }
        refusal = Optional.of(last.isEmpty() ? "no reason given" : last);
    }

    private Tool.Result attempt(Way each) throws IOException {
        Path scratch = Files.createDirectories(tree.root().resolveSibling("node-probe"));
        // An overlay hides what is mounted below its folders, which may be this Java.
        List<String> probe = List.of("test", "-x", System.getProperty("java.home") + "/bin/java");
        try {
            return Tool.run(words(each, probe, scratch, scratch), Map.of());
        } catch (EngineFailure e) {
            return new Tool.Result(1, e.getMessage());
        }
    }

    private List<String> words(Way known, List<String> program, Path home, Path scratch) {
        List<String> script = List.of(
                "/bin/sh",
                "-c",
                SCRIPT,
                "node",
                path(),
                known.ids(),
                home.toString(),
                scratch.resolve("homes").toString(),
                known.files() ? tree.root().toString() : NOTHING,
                tree.python().isBuilt() ? tree.python().folder().toString() : NOTHING);
        return Stream.of(known.unshare(), script, program).flatMap(List::stream).toList();
    }

    /** Returns where a program of Laguna's {@code PATH} is: that of a job may lead elsewhere. */
    private static String onPath(String program) {
        return Stream.of(path().split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(program);
    }

    /** Returns the folders in which Laguna itself finds programs. */
    static String path() {
        return System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    }

    private static String script() {
        try (InputStream script = NodeView.class.getResourceAsStream("node.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
