package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.AwsService;
import io.laguna.emulator.Caller;
import io.laguna.emulator.athena.Athena;
import io.laguna.emulator.athena.Usage;
import io.laguna.emulator.edge.OperationsPage.Section;
import io.laguna.emulator.emr.Emr;
import io.laguna.emulator.emrserverless.EmrServerless;
import io.laguna.emulator.glue.CatalogLake;
import io.laguna.emulator.scheduler.Scheduler;
import io.laguna.emulator.sts.Identity;
import io.laguna.emulator.sts.Principal;
import io.laguna.emulator.sts.SessionSeal;
import io.laguna.engines.OnDemand;
import io.laguna.engines.RemoteServer;
import io.laguna.wire.Rooms;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

class OperationsPageTest {
    private static final Path PAGE = Path.of(System.getProperty("laguna.home"), "docs/operations.md");

    /** A stale page is written anew, and the test fails all the same: the new one is to be looked at and committed. */
    @Test
    @ExtendWith(CatalogLake.class)
    void thePageOfOperationsIsWhatTheCodeSays(@TempDir Path folder, CatalogLake.Running lake) throws IOException {
        String generated = new OperationsPage(List.of(
                        section("athena", AthenaClient.class, athena(folder, lake)),
                        section("elasticmapreduce", EmrClient.class, emr(folder, lake)),
                        section("emr-serverless", EmrServerlessClient.class, serverless(folder, lake)),
                        section("glue", GlueClient.class, lake.open()),
                        s3(folder),
                        section("scheduler", SchedulerClient.class, scheduler(folder, lake)),
                        sts()))
                .text();
        String committed = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (!committed.equals(generated)) {
            Files.writeString(PAGE, generated);
        }
        assertThat(committed).as(PAGE + " was stale and has been written anew").isEqualTo(generated);
    }

    /** S3Proxy says nowhere what it does: it is asked. */
    private static Section s3(Path folder) {
        try (TestEdge edge = TestEdge.open(folder);
                S3Client s3 = edge.single()) {
            Map<String, S3Probe.Outcome> outcomes = new S3Probe(edge, s3).outcomes();
            Set<String> all = new TreeSet<>(outcomes.keySet());
            all.addAll(S3Probe.NOT_SENT_HERE);
            Set<String> supported = new TreeSet<>(outcomes.keySet());
            supported.removeIf(name -> outcomes.get(name).isRefused());
            return new Section("s3", supported, all);
        }
    }

    private static Athena athena(Path folder, CatalogLake.Running lake) {
        return Athena.open(
                lake.state(),
                new OnDemand(new RemoteServer("trino", "http://127.0.0.1:0")),
                caller -> nobody(GlueClient.class),
                nobody(S3Client.class),
                folder,
                new Usage(bytes -> BigDecimal.ZERO));
    }

    private static Emr emr(Path folder, CatalogLake.Running lake) {
        return Emr.open(lake.state(), lake.drivers(), nobody(S3Client.class), folder);
    }

    private static EmrServerless serverless(Path folder, CatalogLake.Running lake) {
        return EmrServerless.open(lake.state(), lake.drivers(), nobody(S3Client.class), folder);
    }

    private static Scheduler scheduler(Path folder, CatalogLake.Running lake) {
        return Scheduler.open(
                lake.state(),
                caller -> nobody(EmrClient.class),
                caller -> nobody(EmrServerlessClient.class),
                folder.resolve("scheduler.log"));
    }

    /** A client that answers nothing: to list operations calls nobody. */
    private static <C extends SdkClient> C nobody(Class<C> client) {
        return Rooms.of(client, List.<C>of()).client();
    }

    /** What the rooms of a service say that they do. */
    private static <C extends SdkClient> Section section(String name, Class<C> client, AwsService<C> opened) {
        try (opened) {
            return new Section(
                    name,
                    Rooms.of(client, opened.rooms(Caller.DEFAULT)).operations(),
                    OperationIndex.of(client, name).operations().keySet());
        }
    }

    private static Section sts() {
        MountedService sts = StsMount.of(new SessionSeal(new byte[32]), Clock.systemUTC(), true);
        Identity somebody = new Identity(Caller.DEFAULT, Principal.anonymous(Caller.DEFAULT_ACCOUNT));
        return new Section(
                "sts",
                sts.service().join().apply(somebody).operations(),
                sts.description().operations().keySet());
    }
}
