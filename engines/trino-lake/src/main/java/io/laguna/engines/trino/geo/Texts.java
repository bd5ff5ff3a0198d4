package io.laguna.engines.trino.geo;

import io.airlift.slice.Slice;
import io.airlift.slice.Slices;
import io.trino.geospatial.GeometryUtils;
import io.trino.spi.function.Description;
import io.trino.spi.function.ScalarFunction;
import io.trino.spi.function.SqlType;
import io.trino.spi.type.StandardTypes;

/** The functions that write geometries, and read GeoJSON. */
public final class Texts {
    private Texts() {}

    @Description("Returns the geometry as Well-Known Text")
    @ScalarFunction("ST_AsText")
    @SqlType(StandardTypes.VARCHAR)
    public static Slice text(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        return Slices.utf8Slice(Shapes.read(geometry).toText());
    }

    @Description("Returns the geometry as Well-Known Binary")
    @ScalarFunction("ST_AsBinary")
    @SqlType(StandardTypes.VARBINARY)
    public static Slice binary(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        return Slices.wrappedBuffer(new org.locationtech.jts.io.WKBWriter().write(Shapes.read(geometry)));
    }

    @Description("Returns the name of the geometry's type")
    @ScalarFunction("ST_GeometryType")
    @SqlType(StandardTypes.VARCHAR)
    public static Slice type(@SqlType(StandardTypes.GEOMETRY) Slice geometry) {
        return Slices.utf8Slice("ST_" + Shapes.read(geometry).getGeometryType());
    }

    @Description("Returns the geography as GeoJSON")
    @ScalarFunction("to_geojson_geometry")
    @SqlType(StandardTypes.VARCHAR)
    public static Slice json(@SqlType(StandardTypes.SPHERICAL_GEOGRAPHY) Slice geography) {
        return Slices.utf8Slice(GeometryUtils.jsonFromJtsGeometry(Shapes.read(geography)));
    }

    @Description("Returns the geography that GeoJSON describes")
    @ScalarFunction("from_geojson_geometry")
    @SqlType(StandardTypes.SPHERICAL_GEOGRAPHY)
    public static Slice fromJson(@SqlType(StandardTypes.VARCHAR) Slice json) {
        return Shapes.write(GeometryUtils.jtsGeometryFromJson(json.toStringUtf8()));
    }
}
