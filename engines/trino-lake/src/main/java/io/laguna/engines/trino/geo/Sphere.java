package io.laguna.engines.trino.geo;

import io.airlift.slice.Slice;
import io.trino.spi.function.Description;
import io.trino.spi.function.ScalarFunction;
import io.trino.spi.function.SqlNullable;
import io.trino.spi.function.SqlType;
import io.trino.spi.type.StandardTypes;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The functions that reckon on the earth as a sphere. */
public final class Sphere {
    /** The mean radius, in kilometres, as Trino has it. */
    private static final double RADIUS = 6371.01;

    private static final double METRES = 1000;

    private Sphere() {}

    @Description("Returns the geometry on a sphere")
    @ScalarFunction("to_spherical_geography")
    @SqlType(StandardTypes.SPHERICAL_GEOGRAPHY)
    public static Slice onSphere(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        Envelope envelope = Shapes.read(geometry).getEnvelopeInternal();
        if (!envelope.isNull()) {
            check(envelope.getMinY(), envelope.getMinX());
            check(envelope.getMaxY(), envelope.getMaxX());
        }
        return geometry;
    }

    @Description("Returns the geography on a plane")
    @ScalarFunction("to_geometry")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice onPlane(@SqlType(StandardTypes.SPHERICAL_GEOGRAPHY) Slice geography) {
        return geography;
    }

    @Description("Returns the distance of two places in kilometres")
    @ScalarFunction("great_circle_distance")
    @SqlType(StandardTypes.DOUBLE)
    public static double distance(
            @SqlType(StandardTypes.DOUBLE) double latitude1,
            @SqlType(StandardTypes.DOUBLE) double longitude1,
            @SqlType(StandardTypes.DOUBLE) double latitude2,
            @SqlType(StandardTypes.DOUBLE) double longitude2) {
        check(latitude1, longitude1);
        check(latitude2, longitude2);
        return kilometres(new Coordinate(longitude1, latitude1), new Coordinate(longitude2, latitude2));
    }

    @SqlNullable
    @Description("Returns the distance of two points in metres")
    @ScalarFunction("ST_Distance")
    @SqlType(StandardTypes.DOUBLE)
    public static Double distance(
            @SqlType(StandardTypes.SPHERICAL_GEOGRAPHY) Slice left,
            @SqlType(StandardTypes.SPHERICAL_GEOGRAPHY) Slice right) {
        Geometry from = Shapes.read("ST_Distance of SphericalGeography", left, "Point");
        Geometry to = Shapes.read("ST_Distance of SphericalGeography", right, "Point");
        return from.isEmpty() || to.isEmpty() ? null : METRES * kilometres(from.getCoordinate(), to.getCoordinate());
    }

    @SqlNullable
    @Description("Returns the length of a line in metres")
    @ScalarFunction("ST_Length")
    @SqlType(StandardTypes.DOUBLE)
    public static Double length(@SqlType(StandardTypes.SPHERICAL_GEOGRAPHY) Slice line) {
        Geometry read = Shapes.read("ST_Length of SphericalGeography", line, "LineString", "MultiLineString");
        double length = 0;
        for (Geometry each : Shapes.members(read)) {
            Coordinate[] points = each.getCoordinates();
            for (int i = 1; i < points.length; i++) {
                length += kilometres(points[i - 1], points[i]);
            }
        }
        return read.isEmpty() ? null : METRES * length;
    }

    /** Returns the distance by Vincenty's formula for a sphere, which is exact for near and opposite places alike. */
    private static double kilometres(Coordinate from, Coordinate to) {
        double latitude1 = Math.toRadians(from.y);
        double latitude2 = Math.toRadians(to.y);
        double east = Math.toRadians(from.x - to.x);
        double across = Math.cos(latitude2) * Math.sin(east);
        double along =
                Math.cos(latitude1) * Math.sin(latitude2) - Math.sin(latitude1) * Math.cos(latitude2) * Math.cos(east);
        double inside =
                Math.sin(latitude1) * Math.sin(latitude2) + Math.cos(latitude1) * Math.cos(latitude2) * Math.cos(east);
        return RADIUS * Math.atan2(Math.hypot(across, along), inside);
    }

    private static void check(double latitude, double longitude) {
        if (!(Math.abs(latitude) <= 90)) {
            throw Shapes.invalid("Latitude must be between -90 and 90");
        }
        if (!(Math.abs(longitude) <= 180)) {
            throw Shapes.invalid("Longitude must be between -180 and 180");
        }
    }
}
