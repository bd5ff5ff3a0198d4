package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.laguna.engines.process.Tool;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A namespace of this machine. Where it refuses one there is nothing to see, and the reason is told. */
class NodeViewTest {
    @TempDir
    private Path folder;

    @Test
    void aProgramSeesTheClustersHomeAndItsProgramsAndTheMachineStaysAsItIs() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("laguna/engines/spark/bin"));
        Files.writeString(bin.resolve("s3-dist-cp"), "#!/bin/sh\necho copies\n");
        assertThat(bin.resolve("s3-dist-cp").toFile().setExecutable(true)).isTrue();
        Path home = Files.createDirectories(folder.resolve("cluster"));
        NodeView view = view();
        assumeThat(view.refusal()).isEmpty();

        Tool.Result result = run(view, home, "echo mine >/home/hadoop/file; id -u; /usr/bin/s3-dist-cp");

        assertThat(result.output()).isEqualTo(Files.getAttribute(folder, "unix:uid") + "\ncopies\n");
        assertThat(home.resolve("file")).hasContent("mine");
        assertThat(Path.of("/home/hadoop/file")).doesNotExist();
        assertThat(Path.of("/usr/bin/s3-dist-cp")).doesNotExist();
    }

    @Test
    void aHomeThatIsNotThereYetBecomesALink() throws IOException {
        NodeView view = view();
        assumeThat(view.refusal()).isEmpty();
        Path home = folder.resolve("later");
        Path cluster = Files.createDirectories(folder.resolve("cluster"));

        Tool.Result result =
                run(view, home, "ln -s " + cluster + " " + home + "; echo mine >/home/hadoop/file; ls /home/hadoop/");

        assertThat(result.output()).isEqualTo("file\n");
        assertThat(cluster.resolve("file")).hasContent("mine");
    }

    @Test
    void everyHomeOfTheMachineIsThereBesideTheClusters() throws IOException {
        NodeView view = view();
        assumeThat(view.refusal()).isEmpty();
        Tool.Result without = Tool.run(List.of("sh", "-c", "cd /home; (ls -d */; echo hadoop/) | sort -u"), Map.of());

        Tool.Result within = run(view, Files.createDirectories(folder.resolve("cluster")), "cd /home; ls -d */ | sort");

        assertThat(within.output().lines())
                .containsExactlyElementsOf(without.output()
                        .lines()
                        .filter(line -> line.endsWith("/"))
                        .toList());
        assertThat(within.output()).contains("hadoop/");
    }

    private Tool.Result run(NodeView view, Path home, String script) throws IOException {
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        return Tool.run(view.words(List.of("sh", "-c", script), home, scratch), Map.of());
    }

    private NodeView view() {
        return new NodeView(new NodeTree(Workspace.of(folder.resolve("laguna"), folder.resolve("lake"))));
    }
}
