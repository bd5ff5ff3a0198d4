package io.laguna.emulator.athena;

import io.laguna.emulator.athena.capacity.CapacityAssignments;
import io.laguna.emulator.athena.capacity.CapacityReservations;
import io.laguna.emulator.athena.catalog.CatalogMetadata;
import io.laguna.emulator.athena.catalog.DataCatalogs;
import io.laguna.emulator.athena.saved.NamedQueries;
import io.laguna.emulator.athena.saved.PreparedStatements;
import io.laguna.emulator.athena.workgroup.WorkGroups;
import io.laguna.emulator.kit.Caller;
import io.laguna.wire.Rooms;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.glue.GlueClient;

/** An Athena without an engine, for an account that no other test has, at a time that stands still. */
public final class TestAthena {
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    public final Caller caller;
    public final AthenaClient client;
    public final GlueClient glue;
    private final CatalogLake.Running lake;

    public TestAthena(CatalogLake.Running lake) {
        this(
                lake,
                new Caller(
                        Long.toString(ThreadLocalRandom.current().nextLong(100_000_000_000L, 1_000_000_000_000L)),
                        "eu-west-1"),
                START);
    }

    private TestAthena(CatalogLake.Running lake, Caller caller, Instant now) {
        this.lake = lake;
        this.caller = caller;
        this.glue = lake.glue(caller);
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        this.client = Rooms.of(
                        AthenaClient.class,
                        List.<AthenaClient>of(
                                new WorkGroups(caller, lake.state(), clock),
                                new NamedQueries(caller, lake.state()),
                                new PreparedStatements(caller, lake.state(), clock),
                                new DataCatalogs(caller, lake.state()),
                                new CatalogMetadata(caller, lake.state(), glue),
                                new CapacityReservations(caller, lake.state(), clock),
                                new CapacityAssignments(caller, lake.state()),
                                new Tags(caller, lake.state())))
                .client();
    }

    /** Returns a client of the same account at a later time. */
    public AthenaClient at(Instant now) {
        return new TestAthena(lake, caller, now).client;
    }

    /** Returns a client of the same account in another region. */
    public AthenaClient in(String region) {
        return new TestAthena(lake, new Caller(caller.accountId(), region), START).client;
    }

    String arn(String resource) {
        return caller.arn("athena", resource);
    }
}
