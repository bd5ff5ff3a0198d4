package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeKeys;
import io.laguna.tests.LagunaCommand.Result;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a lake that is up: what others on the machine and the network can see of it, and what the demo does with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpSystemTest {
    /** The address 127.0.0.1, alone and mapped into IPv6, as /proc writes it. */
    private static final String LOOPBACK = "(0100007F|0000000000000000FFFF00000100007F):.*";

    private Path lake;
    private String endpoint;
    private ProcessHandle owner;

    @BeforeAll
    void startTheLake(@TempDir Path temporary) throws IOException {
        lake = temporary;
        assertThat(new LagunaCommand(lake).run("up", "--athena")).returns(0, Result::exitCode);
        LakeAddresses addresses = LakeAddresses.of(lake.resolve(".laguna")).orElseThrow();
        endpoint = addresses.endpoint();
        owner = ProcessHandle.of(addresses.processId()).orElseThrow();
        startMariaDb(URI.create(addresses.mysql().substring("jdbc:".length())));
    }

    /** Starts the engine, which greets the first connection. */
    private static void startMariaDb(URI mysql) throws IOException {
        try (Socket client = new Socket(mysql.getHost(), mysql.getPort())) {
            assertThat(new String(client.getInputStream().readNBytes(20), StandardCharsets.ISO_8859_1))
                    .contains("MariaDB");
        }
    }

    @AfterAll
    void stopTheLake() {
        assertThat(new LagunaCommand(lake).run("down")).returns(0, Result::exitCode);
    }

    @Test
    void theEndpointAndTheEnginesListenOnLoopbackOnly() {
        List<String> listening = Stream.concat(Stream.of(owner), owner.descendants())
                .flatMap(process -> ListeningSockets.of(process).stream())
                .toList();

        assertThat(listening).hasSizeGreaterThanOrEqualTo(5).allMatch(address -> address.matches(LOOPBACK));
    }

    @Test
    void anEngineOfAthenasThatHasStartedExercisesForTheFirstQuery() throws IOException, InterruptedException {
        assertThat(WarmUpPage.of(endpoint).path("warmUp").asText()).matches("waiting|starting|exercising|done");
    }

    @Test
    void noSecretIsInACommandLine() throws IOException {
        List<String> secrets = List.of(
                Files.readString(lake.resolve(".laguna/postgresql/password")),
                Files.readString(lake.resolve(".laguna/mariadb/password")),
                LakeKeys.of(lake.resolve(".laguna")).own().secretAccessKey());

        for (ProcessHandle process :
                Stream.concat(Stream.of(owner), owner.descendants()).toList()) {
            assertThat(commandLine(process)).doesNotContain(secrets);
        }
    }

    @Test
    void theDemoRefusesAnUnknownHeaderAndListsTheMissingColumns() throws IOException {
        Path file = Files.writeString(lake.resolve("strange.csv"), "ID de caso,Edad,Sexo\n1,30,F\n");

        Result demo = new LagunaCommand(lake).run("demo", "--cases", file.toString());

        assertThat(demo.exitCode()).isEqualTo(1);
        assertThat(demo.output()).contains("strange.csv").contains("Estado").doesNotContain("Running Spark jobs");
    }

    /** Returns the whole command line, of which {@link ProcessHandle.Info} gives the first page of memory only. */
    private static String commandLine(ProcessHandle process) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
    }
}
