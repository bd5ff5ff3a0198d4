package io.laguna.engines.trino.geo;

import io.airlift.slice.Slice;
import io.trino.spi.function.Description;
import io.trino.spi.function.ScalarFunction;
import io.trino.spi.function.SqlNullable;
import io.trino.spi.function.SqlType;
import io.trino.spi.type.StandardTypes;
import java.util.List;
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
    static double kilometres(Coordinate from, Coordinate to) {
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

    /**
     * Returns the longitudes and latitudes between which a circle on the earth is: two parts, if it crosses the 180th
     * meridian, and not beyond what Mercator's maps show.
     */
    static List<Envelope> around(Coordinate middle, double kilometres) {
        double angle = Math.toDegrees(kilometres / RADIUS);
        double south = Math.max(middle.y - angle, -BingTile.NORTHERNMOST);
        double north = Math.min(middle.y + angle, BingTile.NORTHERNMOST);
        if (Math.abs(middle.y) + angle >= 90) {
            return List.of(new Envelope(-180, 180, south, north));
        }
        double aside = Math.toDegrees(Math.asin(Math.sin(Math.toRadians(angle)) / Math.cos(Math.toRadians(middle.y))));
        double west = middle.x - aside;
        double east = middle.x + aside;
        if (west < -180) {
            return List.of(new Envelope(-180, east, south, north), new Envelope(west + 360, 180, south, north));
        }
        return east > 180
                ? List.of(new Envelope(west, 180, south, north), new Envelope(-180, east - 360, south, north))
                : List.of(new Envelope(west, east, south, north));
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
