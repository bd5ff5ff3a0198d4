package io.laguna.engines.trino.geo;

import io.airlift.slice.Slice;
import io.trino.spi.block.Block;
import io.trino.spi.function.Description;
import io.trino.spi.function.ScalarFunction;
import io.trino.spi.function.SqlNullable;
import io.trino.spi.function.SqlType;
import io.trino.spi.type.StandardTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** The functions that give a part of a geometry, or the number of its parts. */
public final class Parts {
    private Parts() {}

    @Description("Returns the middle of the geometry")
    @ScalarFunction("ST_Centroid")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice centroid(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        return Shapes.write(Shapes.read(geometry).getCentroid());
    }

    @Description("Returns the number of points")
    @ScalarFunction("ST_NumPoints")
    @SqlType(StandardTypes.BIGINT)
    public static long numberOfPoints(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Geometry read = Shapes.read(geometry);
        return read.getNumPoints() - ringsOf(read);
    }

    @Description("Returns the number of geometries of a collection")
    @ScalarFunction("ST_NumGeometries")
    @SqlType(StandardTypes.INTEGER)
    public static long numberOfGeometries(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Geometry read = Shapes.read(geometry);
        return read.isEmpty() ? 0 : read.getNumGeometries();
    }

    @SqlNullable
    @Description("Returns the number of a polygon's holes")
    @ScalarFunction("ST_NumInteriorRing")
    @SqlType(StandardTypes.BIGINT)
    public static Long numberOfHoles(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Polygon polygon = (Polygon) Shapes.read("ST_NumInteriorRing", geometry, "Polygon");
        return polygon.isEmpty() ? null : Long.valueOf(polygon.getNumInteriorRing());
    }

    @SqlNullable
    @Description("Returns a geometry of a collection")
    @ScalarFunction("ST_GeometryN")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice geometry(
            @SqlType(StandardTypes.GEOMETRY) Slice geometry, @SqlType(StandardTypes.INTEGER) long number) {
        Geometry read = Shapes.read(geometry);
        return written(at(read.isEmpty() ? List.of() : Shapes.members(read), number));
    }

    @SqlNullable
    @Description("Returns the geometries of a collection")
    @ScalarFunction("ST_Geometries")
    @SqlType("array(Geometry)")
    public static Block geometries(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Geometry read = Shapes.read(geometry);
        return read.isEmpty() ? null : Shapes.array(Shapes.members(read));
    }

    @SqlNullable
    @Description("Returns the outer ring of a polygon")
    @ScalarFunction("ST_ExteriorRing")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice ring(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Polygon polygon = (Polygon) Shapes.read("ST_ExteriorRing", geometry, "Polygon");
        return polygon.isEmpty() ? null : Shapes.write(line(polygon.getExteriorRing()));
    }

    @SqlNullable
    @Description("Returns a hole of a polygon")
    @ScalarFunction("ST_InteriorRingN")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice hole(
            @SqlType(StandardTypes.GEOMETRY) Slice geometry, @SqlType(StandardTypes.INTEGER) long number) {
        return written(at(holes((Polygon) Shapes.read("ST_InteriorRingN", geometry, "Polygon")), number));
    }

    @SqlNullable
    @Description("Returns the holes of a polygon")
    @ScalarFunction("ST_InteriorRings")
    @SqlType("array(Geometry)")
    public static Block holes(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Polygon polygon = (Polygon) Shapes.read("ST_InteriorRings", geometry, "Polygon");
        return polygon.isEmpty() ? null : Shapes.array(holes(polygon));
    }

    @SqlNullable
    @Description("Returns a point of a line")
    @ScalarFunction("ST_PointN")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice point(
            @SqlType(StandardTypes.GEOMETRY) Slice geometry, @SqlType(StandardTypes.INTEGER) long number) {
        return written(at(points(Shapes.read("ST_PointN", geometry, "LineString")), number));
    }

    @SqlNullable
    @Description("Returns all points of a geometry")
    @ScalarFunction("ST_Points")
    @SqlType("array(Geometry)")
    public static Block allPoints(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Geometry read = Shapes.read(geometry);
        return read.isEmpty() ? null : Shapes.array(points(read));
    }

    @SqlNullable
    @Description("Returns the first point of a line")
    @ScalarFunction("ST_StartPoint")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice start(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        return written(at(points(Shapes.read("ST_StartPoint", geometry, "LineString")), 1));
    }

    @SqlNullable
    @Description("Returns the last point of a line")
    @ScalarFunction("ST_EndPoint")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice end(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        List<Point> points = points(Shapes.read("ST_EndPoint", geometry, "LineString"));
        return written(at(points, points.size()));
    }

    @SqlNullable
    @Description("Returns the place on a line that is nearest to a point, as a fraction of the line's length")
    @ScalarFunction("line_locate_point")
    @SqlType(StandardTypes.DOUBLE)
    public static Double place(
            @SqlType(StandardTypes.GEOMETRY) Slice line, @SqlType(StandardTypes.GEOMETRY) Slice point) {
        Geometry along = Shapes.read("line_locate_point", line, "LineString", "MultiLineString");
        Geometry near = Shapes.read("line_locate_point", point, "Point");
        return along.isEmpty() || near.isEmpty()
                ? null
                : new LengthIndexedLine(along).indexOf(near.getCoordinate()) / along.getLength();
    }

    @SqlNullable
    @Description("Returns the point of a line at a fraction of its length")
    @ScalarFunction("line_interpolate_point")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice pointAt(
            @SqlType(StandardTypes.GEOMETRY) Slice line, @SqlType(StandardTypes.DOUBLE) double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw Shapes.invalid("fraction must be between 0 and 1");
        }
        Geometry along = Shapes.read("line_interpolate_point", line, "LineString");
        return along.isEmpty()
                ? null
                : Shapes.write(Shapes.FACTORY.createPoint(
                        new LengthIndexedLine(along).extractPoint(fraction * along.getLength())));
    }

    private static <G extends Geometry> Optional<G> at(List<G> geometries, long number) {
        return number < 1 || number > geometries.size()
                ? Optional.empty()
                : Optional.of(geometries.get((int) number - 1));
    }

    private static Slice written(Optional<? extends Geometry> geometry) {
        return geometry.map(Shapes::write).orElse(null);
    }

    private static List<LineString> holes(Polygon polygon) {
        List<LineString> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            holes.add(line(polygon.getInteriorRingN(i)));
        }
        return holes;
    }

    private static LineString line(LineString ring) {
        return Shapes.FACTORY.createLineString(ring.getCoordinateSequence());
    }

    private static List<Point> points(Geometry geometry) {
        return Arrays.stream(geometry.getCoordinates())
                .map(Shapes.FACTORY::createPoint)
                .toList();
    }

    /** Returns the number of rings, whose last point is their first one and not counted again. */
    private static int ringsOf(Geometry geometry) {
        return Shapes.members(geometry).stream()
                .mapToInt(member ->
                        member instanceof Polygon polygon && !polygon.isEmpty() ? 1 + polygon.getNumInteriorRing() : 0)
                .sum();
    }
}
