package io.laguna.engines.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final Duration GRACE = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    @Test
    void keepsTheExitCodeOfTheCommand() throws InterruptedException {
        assertThat(start("exit 7", "TERM").waitFor()).isEqualTo(7);
    }

    @Test
    void stopsACommandWithItsOwnSignal() throws IOException {
        ChildProcess child = start("trap 'echo stopped; exit 0' USR1; echo begun; while :; do sleep 0.1; done", "USR1");
        awaitLog("begun");

        child.stop();

        assertThat(child.isRunning()).isFalse();
        assertThat(Files.readString(log())).contains("stopped");
    }

    @Test
    void killsACommandThatDoesNotListenTogetherWithItsChildren() throws IOException {
        ChildProcess child = start("trap '' TERM; sh -c 'trap \"\" TERM; echo $$; sleep 300' & wait", "TERM");
        long grandchild = printedId();

        child.stop();

        awaitEnd(grandchild);
    }

    @Test
    void killsWhatACommandLeftBehindWhenItStopped() throws IOException {
        ChildProcess child = start("sh -c 'trap \"\" TERM; echo $$; sleep 300; sleep 300' & sleep 300", "TERM");
        long grandchild = printedId();

        child.stop();

        awaitEnd(grandchild);
    }

    @Test
    void asksWhatACommandLeavesBehindToEnd() throws IOException, InterruptedException {
        ChildProcess child = start("sleep 300 & echo $!; exit 3", "TERM");

        assertThat(child.waitFor()).isEqualTo(3);

        awaitEnd(Long.parseLong(Files.readString(log()).strip()));
    }

    @Test
    void endsACommandThatIsHeldByItsOwnSignal() throws IOException {
        ChildProcess child = ChildProcess.start(
                new ChildProcess.Command(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Held.class.getName()),
                        Map.of(),
                        "TERM",
                        Duration.ofSeconds(20)),
                log());
        awaitLog("begun");

        assertThat(child.hold(true)).isTrue();
        child.stop();

        assertThat(Files.readString(log())).contains("stopped");
    }

    @Test
    void leavesNoChildWhenTheParentIsKilled() throws IOException, InterruptedException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        log().toString())
                .redirectError(Redirect.INHERIT)
                .start();
        awaitLog("begun");
        long child = Long.parseLong(Files.readString(log()).lines().findFirst().orElseThrow());
        assertThat(ProcessHandle.of(child)).isPresent();

        parent.destroyForcibly().waitFor();

        awaitEnd(child);
    }

    /** A command that says when it has begun and when it is stopped. */
    static final class Held {
        private Held() {}

        public static void main(String[] arguments) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped")));
            System.out.println("begun");
            new CountDownLatch(1).await();
        }
    }

    /** A parent that can be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            ChildProcess.start(command("echo $$; echo begun; sleep 300", "TERM"), Path.of(arguments[0]))
                    .waitFor();
        }
    }

    private ChildProcess start(String script, String signal) {
        return ChildProcess.start(command(script, signal), log());
    }

    private static ChildProcess.Command command(String script, String signal) {
        return new ChildProcess.Command(List.of("sh", "-c", script), Map.of(), signal, GRACE);
    }

    private Path log() {
        return folder.resolve("child.log");
    }

    /** Returns the process ID that the command prints, once it has. */
    private long printedId() throws IOException {
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> !Files.readString(log()).isBlank());
        return Long.parseLong(Files.readString(log()).strip());
    }

    private static void awaitEnd(long process) {
        await().atMost(30, TimeUnit.SECONDS)
                .until(() ->
                        ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty());
    }

    private void awaitLog(String word) {
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> Files.exists(log()) && Files.readString(log()).contains(word));
    }
}
