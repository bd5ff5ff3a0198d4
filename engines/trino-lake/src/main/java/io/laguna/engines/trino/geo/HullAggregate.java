package io.laguna.engines.trino.geo;

import io.airlift.slice.Slice;
import io.trino.spi.block.BlockBuilder;
import io.trino.spi.function.AggregationFunction;
import io.trino.spi.function.AggregationState;
import io.trino.spi.function.CombineFunction;
import io.trino.spi.function.Description;
import io.trino.spi.function.InputFunction;
import io.trino.spi.function.OutputFunction;
import io.trino.spi.function.SqlType;
import io.trino.spi.type.StandardTypes;
import org.locationtech.jts.geom.Geometry;

/** The aggregate of the least convex geometry around all geometries. */
@Description("Returns the least convex geometry around all geometries")
@AggregationFunction("convex_hull_agg")
public final class HullAggregate {
    private HullAggregate() {}

    @InputFunction
    public static void input(@AggregationState GeometryState state, @SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Geometry hull = Shapes.read(geometry).convexHull();
        Slice before = state.getGeometry();
        state.setGeometry(Shapes.write(
                before == null
                        ? hull
                        : Shapes.FACTORY
                                .createGeometryCollection(new Geometry[] {Shapes.read(before), hull})
                                .convexHull()));
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
