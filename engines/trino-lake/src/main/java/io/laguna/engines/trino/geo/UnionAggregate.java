package io.laguna.engines.trino.geo;

import io.airlift.slice.Slice;
import io.trino.geospatial.GeometryUtils;
import io.trino.spi.block.BlockBuilder;
import io.trino.spi.function.AggregationFunction;
import io.trino.spi.function.AggregationState;
import io.trino.spi.function.CombineFunction;
import io.trino.spi.function.Description;
import io.trino.spi.function.InputFunction;
import io.trino.spi.function.OutputFunction;
import io.trino.spi.function.SqlType;
import io.trino.spi.type.StandardTypes;

/** The aggregate of the points of all geometries. */
@Description("Returns the points of all geometries")
@AggregationFunction("geometry_union_agg")
public final class UnionAggregate {
    private UnionAggregate() {}

    @InputFunction
    public static void input(@AggregationState GeometryState state, @SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Slice before = state.getGeometry();
        state.setGeometry(
                before == null
                        ? geometry
                        : Shapes.write(GeometryUtils.safeUnion(Shapes.read(before), Shapes.read(geometry))));
    }

    @CombineFunction
    public static void combine(@AggregationState GeometryState state, @AggregationState GeometryState other) {
        if (other.getGeometry() != null) {
            input(state, other.getGeometry());
        }
    }

    @OutputFunction(StandardTypes.GEOMETRY)
    public static void output(@AggregationState GeometryState state, BlockBuilder out) {
        GeometryState.write(state, out);
    }
}
