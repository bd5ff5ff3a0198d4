package io.laguna.emulator.glue;

import io.laguna.emulator.glue.connection.Connections;
import io.laguna.emulator.glue.crawler.Crawlers;
import io.laguna.emulator.glue.job.Jobs;
import io.laguna.emulator.glue.request.NamedResources;
import io.laguna.emulator.glue.workflow.Workflows;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;

/** AWS Glue: the Data Catalog, jobs, connections, crawlers, triggers and workflows. */
public record Glue(Catalog catalog, Jobs jobs, Connections connections, Crawlers crawlers, Workflows workflows)
        implements Service<GlueClient> {
    /**
     * Opens Glue on its parts.
     *
     * @param glue Glue itself, by which triggers start crawlers once it is open
     */
    public static Glue open(
            Catalog catalog,
            Jobs jobs,
            Connections connections,
            Crawlers crawlers,
            State state,
            Function<Caller, GlueClient> glue) {
        return new Glue(catalog, jobs, connections, crawlers, Workflows.open(state, jobs.triggered(), glue));
    }

    @Override
    public List<GlueClient> rooms(Caller caller) {
        Map<String, NamedResources> named = Map.of(
                "job", jobs::require,
                "connection", connections::require,
                "crawler", crawlers::require,
                "trigger", workflows::requireTrigger,
                "workflow", workflows::requireWorkflow);
        return Stream.of(
                        catalog.rooms(caller, named),
                        jobs.rooms(caller),
                        connections.rooms(caller),
                        crawlers.rooms(caller),
                        workflows.rooms(caller))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        workflows.close();
        crawlers.close();
        jobs.close();
        catalog.close();
    }
}
