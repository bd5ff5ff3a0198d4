package io.laguna.emulator.glue;

import io.laguna.emulator.glue.connection.Connections;
import io.laguna.emulator.glue.crawler.Crawlers;
import io.laguna.emulator.glue.job.Jobs;
import io.laguna.emulator.glue.request.NamedResources;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;

/** AWS Glue: the Data Catalog, jobs, connections and crawlers. */
public record Glue(Catalog catalog, Jobs jobs, Connections connections, Crawlers crawlers)
        implements Service<GlueClient> {
    @Override
    public List<GlueClient> rooms(Caller caller) {
        Map<String, NamedResources> named =
                Map.of("job", jobs::require, "connection", connections::require, "crawler", crawlers::require);
        return Stream.of(
                        catalog.rooms(caller, named),
                        jobs.rooms(caller),
                        connections.rooms(caller),
                        crawlers.rooms(caller))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        crawlers.close();
        jobs.close();
        catalog.close();
    }
}
