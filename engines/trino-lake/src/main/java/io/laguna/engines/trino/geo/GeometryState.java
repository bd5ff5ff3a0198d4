package io.laguna.engines.trino.geo;

import io.airlift.slice.Slice;
import io.trino.spi.block.BlockBuilder;
import io.trino.spi.function.AccumulatorState;

/** The state of an aggregate that is a geometry: the geometry so far, null before the first one. */
public interface GeometryState extends AccumulatorState {
    Slice getGeometry();

    void setGeometry(Slice geometry);

    /** Writes the geometry of a state as the aggregate's value. */
    static void write(GeometryState state, BlockBuilder out) {
        if (state.getGeometry() == null) {
            out.appendNull();
        } else {
            GeometryType.GEOMETRY.writeSlice(out, state.getGeometry());
        }
    }
}
