package io.laguna.emulator.glue;

import io.laguna.emulator.glue.job.Jobs;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;

/** AWS Glue: the Data Catalog, and jobs. */
public record Glue(Catalog catalog, Jobs jobs) implements Service<GlueClient> {
    @Override
    public List<GlueClient> rooms(Caller caller) {
        return Stream.concat(catalog.rooms(caller).stream(), jobs.rooms(caller).stream())
                .toList();
    }

    @Override
    public void close() {
        jobs.close();
        catalog.close();
    }
}
