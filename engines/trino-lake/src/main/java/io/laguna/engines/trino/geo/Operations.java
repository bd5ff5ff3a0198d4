package io.laguna.engines.trino.geo;

import io.airlift.slice.Slice;
import io.trino.geospatial.GeometryUtils;
import io.trino.spi.block.Block;
import io.trino.spi.function.Description;
import io.trino.spi.function.ScalarFunction;
import io.trino.spi.function.SqlNullable;
import io.trino.spi.function.SqlType;
import io.trino.spi.type.StandardTypes;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** The functions that make a geometry of others. */
public final class Operations {
    private Operations() {}

    @Description("Returns the border of the geometry")
    @ScalarFunction("ST_Boundary")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice boundary(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        return Shapes.write(Shapes.read(geometry).getBoundary());
    }

    @SqlNullable
    @Description("Returns the points whose distance from the geometry is at most the given one")
    @ScalarFunction("ST_Buffer")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice buffer(
            @SqlType(StandardTypes.GEOMETRY) Slice geometry, @SqlType(StandardTypes.DOUBLE) double distance) {
        if (Double.isNaN(distance) || distance < 0) {
            throw Shapes.invalid(Double.isNaN(distance) ? "distance is NaN" : "distance is negative");
        }
        Geometry read = Shapes.read(geometry);
        if (distance == 0) {
            return geometry;
        }
        return read.isEmpty() ? null : Shapes.write(read.buffer(distance));
    }

    @Description("Returns the least convex geometry around the geometry")
    @ScalarFunction("ST_ConvexHull")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice hull(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        return Shapes.write(Shapes.read(geometry).convexHull());
    }

    @Description("Returns the rectangle around the geometry")
    @ScalarFunction("ST_Envelope")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice envelope(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Geometry read = Shapes.read(geometry);
        return Shapes.write(read.isEmpty() ? Shapes.FACTORY.createPolygon() : read.getEnvelope());
    }

    @SqlNullable
    @Description("Returns the lower left and the upper right corner of the rectangle around the geometry")
    @ScalarFunction("ST_EnvelopeAsPts")
    @SqlType("array(Geometry)")
    public static Block corners(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Envelope envelope = Shapes.read(geometry).getEnvelopeInternal();
        return envelope.isNull()
                ? null
                : Shapes.array(List.of(
                        GeometryUtils.createPoint(envelope.getMinX(), envelope.getMinY()),
                        GeometryUtils.createPoint(envelope.getMaxX(), envelope.getMaxY())));
    }

    @Description("Returns the points of the first geometry that are not in the second")
    @ScalarFunction("ST_Difference")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice difference(
            @SqlType(StandardTypes.GEOMETRY) Slice left, @SqlType(StandardTypes.GEOMETRY) Slice right) {
        return Shapes.write(Shapes.read(left).difference(Shapes.read(right)));
    }

    @Description("Returns the points of both geometries")
    @ScalarFunction("ST_Intersection")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice intersection(
            @SqlType(StandardTypes.GEOMETRY) Slice left, @SqlType(StandardTypes.GEOMETRY) Slice right) {
        return Shapes.write(Shapes.read(left).intersection(Shapes.read(right)));
    }

    @Description("Returns the points of one of the geometries that are not in the other")
    @ScalarFunction("ST_SymDifference")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice symmetricDifference(
            @SqlType(StandardTypes.GEOMETRY) Slice left, @SqlType(StandardTypes.GEOMETRY) Slice right) {
        return Shapes.write(Shapes.read(left).symDifference(Shapes.read(right)));
    }

    @Description("Returns the points of either geometry")
    @ScalarFunction("ST_Union")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice union(
            @SqlType(StandardTypes.GEOMETRY) Slice left, @SqlType(StandardTypes.GEOMETRY) Slice right) {
        return Shapes.write(GeometryUtils.safeUnion(Shapes.read(left), Shapes.read(right)));
    }

    @SqlNullable
    @Description("Returns the points of all geometries of an array")
    @ScalarFunction("geometry_union")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice unionOfAll(@SqlType("array(Geometry)") Block geometries) {
        List<Geometry> all = new ArrayList<>();
        for (int i = 0; i < geometries.getPositionCount(); i++) {
            if (!geometries.isNull(i)) {
                all.add(Shapes.read(GeometryType.GEOMETRY.getSlice(geometries, i)));
            }
        }
        return all.isEmpty() ? null : Shapes.write(UnaryUnionOp.union(all));
    }

    @Description("Returns a geometry of fewer points that lies no farther away than the given distance")
    @ScalarFunction("simplify_geometry")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice simplify(
            @SqlType(StandardTypes.GEOMETRY) Slice geometry, @SqlType(StandardTypes.DOUBLE) double distance) {
        if (Double.isNaN(distance) || distance < 0) {
            throw Shapes.invalid("distanceTolerance is negative or NaN");
        }
        return distance == 0
                ? geometry
                : Shapes.write(TopologyPreservingSimplifier.simplify(Shapes.read(geometry), distance));
    }
}
