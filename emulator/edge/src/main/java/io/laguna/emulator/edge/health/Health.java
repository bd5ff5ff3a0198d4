package io.laguna.emulator.edge.health;

import io.laguna.emulator.edge.answer.JsonText;
import io.laguna.emulator.edge.service.MountedService;
import io.laguna.emulator.edge.service.ServiceFailures;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The health of the lake: what is ready, what is starting, and what failed and why. */
public final class Health {
    private static final String READY = "ready";
    private static final String ON_DEMAND = "on demand";
    private static final String STARTING = "starting";
    private static final String FAILED = "failed";

    private final List<EngineHealth> engines;
    private final List<MountedService> services;
    private final Optional<URI> neighbours;

    /**
     * Creates the health of a lake.
     *
     * @param neighbours where calls of all other services are forwarded to
     */
    public Health(List<EngineHealth> engines, List<MountedService> services, Optional<URI> neighbours) {
        this.engines = List.copyOf(engines);
        this.services = List.copyOf(services);
        this.neighbours = neighbours;
    }

    /** Returns {@code {"status":…,"engines":{…},"services":{…}}}; the status of the whole is that of its worst part. */
    String json() {
        JsonText engineStates = new JsonText();
        JsonText serviceStates = new JsonText();
        State worst = new State(READY, Optional.empty());
        for (EngineHealth engine : engines) {
            State state = state(engine);
            worst = worst.orWorse(state);
            JsonText json = state.json();
            engine.figures().get().forEach((name, figure) -> put(json, name, figure));
            engineStates.field(engine.name(), json);
        }
        Map<String, State> byName = new LinkedHashMap<>();
        Map<String, String> notes = new LinkedHashMap<>();
        for (MountedService service : services) {
            String name = service.description().signingName();
            byName.merge(name, state(service.service()), State::orWorse);
            service.note().ifPresent(note -> notes.put(name, note));
        }
        for (Map.Entry<String, State> service : byName.entrySet()) {
            worst = worst.orWorse(service.getValue());
            JsonText json = service.getValue().json();
            Optional.ofNullable(notes.get(service.getKey())).ifPresent(note -> json.field("note", note));
            serviceStates.field(service.getKey(), json);
        }
        JsonText all = new JsonText()
                .field("status", worst.name())
                .field("engines", engineStates)
                .field("services", serviceStates);
        neighbours.ifPresent(address -> all.field(
                "neighbours",
                new JsonText()
                        .field("status", "forwarded")
                        .field("address", address.toString())
                        .field("note", "calls of all other services go there, and nothing there is Laguna's")));
        return all.object();
    }

    private static void put(JsonText json, String name, Object figure) {
        if (figure instanceof Number number) {
            json.field(name, number.longValue());
        } else {
            json.field(name, figure.toString());
        }
    }

    private record State(String name, Optional<String> reason) {
        State orWorse(State other) {
            boolean worse = other.name().equals(FAILED) || name.equals(READY);
            return worse && !other.name().equals(ON_DEMAND) ? other : this;
        }

        JsonText json() {
            JsonText json = new JsonText().field("status", name);
            reason.ifPresent(why -> json.field("reason", why));
            return json;
        }
    }

    private static State state(EngineHealth engine) {
        State state = state(engine.ready());
        if (!state.name().equals(READY) || engine.running().getAsBoolean()) {
            return state;
        }
        if (!engine.onDemand()) {
            return new State(FAILED, Optional.of("its process has ended"));
        }
        Optional<String> failure = engine.failure().get();
        return new State(failure.isPresent() ? FAILED : ON_DEMAND, failure);
    }

    private static State state(CompletableFuture<?> ready) {
        if (!ready.isDone()) {
            return new State(STARTING, Optional.empty());
        }
        return ready.handle((value, failure) -> failure == null
                        ? new State(READY, Optional.empty())
                        : new State(FAILED, Optional.of(ServiceFailures.reason(failure))))
                .join();
    }
}
