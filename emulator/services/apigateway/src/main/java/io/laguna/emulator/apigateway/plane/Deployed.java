package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.apigateway.http.HttpApi;
import io.laguna.emulator.apigateway.http.RouteKey;
import io.laguna.emulator.apigateway.http.Snapshot;
import io.laguna.emulator.apigateway.record.ApiRecords;
import io.laguna.emulator.apigateway.record.ApiRow;
import io.laguna.emulator.apigateway.record.PartKind;
import io.laguna.emulator.apigateway.record.Parts;
import io.laguna.emulator.apigateway.rest.KeptApi;
import io.laguna.emulator.apigateway.rest.RestSnapshot;
import io.laguna.emulator.kit.state.State;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.apigatewayv2.model.Api;

/** The APIs as their stages show them. A deployment never changes, so that it is read once. */
final class Deployed {
    private static final int MOST_KEPT = 256;

    private final State state;
    private final Map<String, HttpRouteTable> http = new ConcurrentHashMap<>();
    private final Map<String, RestRouteTable> rest = new ConcurrentHashMap<>();

    Deployed(State state) {
        this.state = state;
    }

    /** Returns whose API it is and of which kind; empty where there is none. */
    Optional<ApiRow> api(String id) {
        return state.read(handle -> new ApiRecords(handle).find(id));
    }

    /** Returns the stage that an address leads to; empty where no stage has been deployed there. */
    Optional<Served> find(ApiRow row, ApiAddress address) {
        return state.read(handle -> switch (row.kind()) {
            case HTTP -> http(new HttpApi(handle, row), address);
            case REST -> rest(new KeptApi(handle, row), address);
        });
    }

    private Optional<Served> http(HttpApi api, ApiAddress address) {
        Api definition = api.api();
        boolean open = !Boolean.TRUE.equals(definition.disableExecuteApiEndpoint());
        // A stage's name is its path; the stage $default is at the root.
        return Optional.of(address.firstSegment())
                .filter(segment -> !segment.isEmpty())
                .flatMap(api.stages()::find)
                .map(stage -> Map.entry(stage, address.rest()))
                .or(() -> api.stages().find(RouteKey.DEFAULT).map(stage -> Map.entry(stage, address.rawPath())))
                .filter(found -> open && found.getKey().deploymentId() != null)
                .map(found -> new Served.OfHttp(
                        api.row(),
                        found.getKey().stageName(),
                        found.getValue(),
                        found.getKey().stageVariables(),
                        Optional.ofNullable(found.getKey().accessLogSettings())
                                .filter(log -> log.destinationArn() != null)
                                .map(log -> new Served.Log(log.destinationArn(), log.format())),
                        Optional.ofNullable(definition.corsConfiguration()),
                        kept(
                                http,
                                api.handle(),
                                api.row(),
                                found.getKey().deploymentId(),
                                text -> HttpRouteTable.of(Snapshot.read(text)))));
    }

    private Optional<Served> rest(KeptApi api, ApiAddress address) {
        return api.stages()
                .find(address.firstSegment())
                .map(stage -> new Served.OfRest(
                        api.row(),
                        stage.stageName(),
                        address.rest(),
                        stage.variables(),
                        Optional.ofNullable(stage.accessLogSettings())
                                .filter(log -> log.destinationArn() != null && log.format() != null)
                                .map(log -> new Served.Log(log.destinationArn(), log.format())),
                        kept(
                                rest,
                                api.handle(),
                                api.row(),
                                stage.deploymentId(),
                                text -> RestRouteTable.of(RestSnapshot.read(text)))));
    }

    private static <T> T kept(
            Map<String, T> tables, Handle handle, ApiRow row, String deployment, Function<String, T> read) {
        if (tables.size() > MOST_KEPT) {
            tables.clear();
        }
        return tables.computeIfAbsent(
                row.id() + "/" + deployment,
                key -> read.apply(new Parts(handle, row.id(), PartKind.SNAPSHOT)
                        .find(deployment)
                        .orElseThrow(() -> new IllegalStateException("The deployment " + key + " has no copy"))));
    }
}
