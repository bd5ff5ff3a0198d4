package io.laguna.emulator.glue;

import io.laguna.emulator.glue.job.Jobs;
import io.laguna.emulator.glue.workflow.Workflows;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;

/** AWS Glue: the Data Catalog, jobs, triggers and workflows. */
public record Glue(Catalog catalog, Jobs jobs, Workflows workflows) implements Service<GlueClient> {
    /**
     * Opens Glue on a catalog and jobs.
     *
     * @param glue Glue itself, by which triggers start crawlers once it is open
     */
    public static Glue open(Catalog catalog, Jobs jobs, State state, Function<Caller, GlueClient> glue) {
        return new Glue(catalog, jobs, Workflows.open(state, jobs.triggered(), glue));
    }

    @Override
    public List<GlueClient> rooms(Caller caller) {
        return Stream.of(catalog.rooms(caller), jobs.rooms(caller), workflows.rooms(caller))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        workflows.close();
        jobs.close();
        catalog.close();
    }
}
