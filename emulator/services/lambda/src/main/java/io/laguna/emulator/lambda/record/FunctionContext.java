package io.laguna.emulator.lambda.record;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The caller, and the state and settings that every room of functions works on. */
public record FunctionContext(Caller caller, State state, Seal seal, Clock clock) {
    public <T> T read(Function<Handle, T> work) {
        return state.read(work);
    }

    public <T> T write(Function<Handle, T> work) {
        return state.write(work::apply);
    }

    public FunctionRecords functions(Handle handle) {
        return new FunctionRecords(handle, seal);
    }

    public Qualified qualified(Handle handle) {
        return new Qualified(handle, seal);
    }
}
