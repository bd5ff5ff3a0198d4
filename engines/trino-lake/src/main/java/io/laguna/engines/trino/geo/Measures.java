package io.laguna.engines.trino.geo;

import io.airlift.slice.Slice;
import io.airlift.slice.Slices;
import io.trino.geospatial.serde.JtsGeometrySerde;
import io.trino.spi.function.Description;
import io.trino.spi.function.ScalarFunction;
import io.trino.spi.function.SqlNullable;
import io.trino.spi.function.SqlType;
import io.trino.spi.type.StandardTypes;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** The functions that measure a geometry, or tell what kind of geometry it is. */
public final class Measures {
    private Measures() {}

    @Description("Returns the area")
    @ScalarFunction("ST_Area")
    @SqlType(StandardTypes.DOUBLE)
    public static double area(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        return Shapes.read(geometry).getArea();
    }

    @Description("Returns the length of a line")
    @ScalarFunction("ST_Length")
    @SqlType(StandardTypes.DOUBLE)
    public static double length(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        return Shapes.read("ST_Length", geometry, "LineString", "MultiLineString")
                .getLength();
    }

    @SqlNullable
    @Description("Returns the least distance between the geometries")
    @ScalarFunction("ST_Distance")
    @SqlType(StandardTypes.DOUBLE)
    public static Double distance(
            @SqlType(StandardTypes.GEOMETRY) Slice left, @SqlType(StandardTypes.GEOMETRY) Slice right) {
        Geometry from = Shapes.read(left);
        Geometry to = Shapes.read(right);
        return from.isEmpty() || to.isEmpty() ? null : from.distance(to);
    }

    @Description("Returns the number of coordinates of a point")
    @ScalarFunction("ST_CoordDim")
    @SqlType(StandardTypes.TINYINT)
    public static long coordinates(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        return JtsGeometrySerde.hasZ(Shapes.read(geometry)) ? 3 : 2;
    }

    @Description("Returns the dimension of the geometry itself")
    @ScalarFunction("ST_Dimension")
    @SqlType(StandardTypes.TINYINT)
    public static long dimension(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        return Shapes.read(geometry).getDimension();
    }

    @SqlNullable
    @Description("Returns the coordinate X of a point")
    @ScalarFunction("ST_X")
    @SqlType(StandardTypes.DOUBLE)
    public static Double x(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Geometry point = Shapes.read("ST_X", geometry, "Point");
        return point.isEmpty() ? null : ((Point) point).getX();
    }

    @SqlNullable
    @Description("Returns the coordinate Y of a point")
    @ScalarFunction("ST_Y")
    @SqlType(StandardTypes.DOUBLE)
    public static Double y(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Geometry point = Shapes.read("ST_Y", geometry, "Point");
        return point.isEmpty() ? null : ((Point) point).getY();
    }

    @SqlNullable
    @Description("Returns the least X")
    @ScalarFunction("ST_XMin")
    @SqlType(StandardTypes.DOUBLE)
    public static Double leastX(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Envelope envelope = Shapes.read(geometry).getEnvelopeInternal();
        return envelope.isNull() ? null : envelope.getMinX();
    }

    @SqlNullable
    @Description("Returns the greatest X")
    @ScalarFunction("ST_XMax")
    @SqlType(StandardTypes.DOUBLE)
    public static Double greatestX(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Envelope envelope = Shapes.read(geometry).getEnvelopeInternal();
        return envelope.isNull() ? null : envelope.getMaxX();
    }

    @SqlNullable
    @Description("Returns the least Y")
    @ScalarFunction("ST_YMin")
    @SqlType(StandardTypes.DOUBLE)
    public static Double leastY(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Envelope envelope = Shapes.read(geometry).getEnvelopeInternal();
        return envelope.isNull() ? null : envelope.getMinY();
    }

    @SqlNullable
    @Description("Returns the greatest Y")
    @ScalarFunction("ST_YMax")
    @SqlType(StandardTypes.DOUBLE)
    public static Double greatestY(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Envelope envelope = Shapes.read(geometry).getEnvelopeInternal();
        return envelope.isNull() ? null : envelope.getMaxY();
    }

    @SqlNullable
    @Description("Tells whether the geometry has no points")
    @ScalarFunction("ST_IsEmpty")
    @SqlType(StandardTypes.BOOLEAN)
    public static Boolean isEmpty(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        return Shapes.read(geometry).isEmpty();
    }

    @SqlNullable
    @Description("Tells whether every line ends where it begins")
    @ScalarFunction("ST_IsClosed")
    @SqlType(StandardTypes.BOOLEAN)
    public static Boolean isClosed(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        return Shapes.members(Shapes.read("ST_IsClosed", geometry, "LineString", "MultiLineString")).stream()
                .allMatch(line -> ((LineString) line).isClosed());
    }

    @SqlNullable
    @Description("Tells whether a line is closed and simple")
    @ScalarFunction("ST_IsRing")
    @SqlType(StandardTypes.BOOLEAN)
    public static Boolean isRing(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        LineString line = (LineString) Shapes.read("ST_IsRing", geometry, "LineString");
        return line.isClosed() && line.isSimple();
    }

    @Description("Tells whether the geometry does not meet itself")
    @ScalarFunction("ST_IsSimple")
    @SqlType(StandardTypes.BOOLEAN)
    public static boolean isSimple(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        return Shapes.read(geometry).isSimple();
    }

    @Description("Tells whether the geometry is well formed")
    @ScalarFunction("ST_IsValid")
    @SqlType(StandardTypes.BOOLEAN)
    public static boolean isValid(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        return Shapes.read(geometry).isValid();
    }

    @SqlNullable
    @Description("Returns why the geometry is not well formed; null, if it is")
    @ScalarFunction("geometry_invalid_reason")
    @SqlType(StandardTypes.VARCHAR)
    public static Slice invalidReason(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        TopologyValidationError error = new IsValidOp(Shapes.read(geometry)).getValidationError();
        return error == null ? null : Slices.utf8Slice(error.toString());
    }
}
