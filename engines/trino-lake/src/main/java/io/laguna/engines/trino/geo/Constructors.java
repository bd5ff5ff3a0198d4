package io.laguna.engines.trino.geo;

import io.airlift.slice.Slice;
import io.trino.geospatial.serde.EsriShapeReader;
import io.trino.spi.block.Block;
import io.trino.spi.function.Description;
import io.trino.spi.function.ScalarFunction;
import io.trino.spi.function.SqlNullable;
import io.trino.spi.function.SqlType;
import io.trino.spi.type.StandardTypes;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;

/** The functions that make geometries. */
public final class Constructors {
    /** The number of the reference system and the type, in front of a shape of Esri's framework for Hadoop. */
    private static final int HADOOP_HEADER = 5;

    private Constructors() {}

    @Description("Returns a point with the given coordinates")
    @ScalarFunction("ST_Point")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice point(@SqlType(StandardTypes.DOUBLE) double x, @SqlType(StandardTypes.DOUBLE) double y) {
        return Shapes.write(Shapes.FACTORY.createPoint(new Coordinate(x, y)));
    }

    @Description("Returns the geometry that Well-Known Text describes")
    @ScalarFunction("ST_GeometryFromText")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice fromText(@SqlType(StandardTypes.VARCHAR) Slice text) {
        return Shapes.write(parsed(text));
    }

    @Description("Returns the line that Well-Known Text describes")
    @ScalarFunction("ST_LineFromText")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice lineFromText(@SqlType(StandardTypes.VARCHAR) Slice text) {
        return Shapes.write(Shapes.require("ST_LineFromText", parsed(text), "LineString"));
    }

    @Description("Returns the polygon that Well-Known Text describes")
    @ScalarFunction("ST_Polygon")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice polygon(@SqlType(StandardTypes.VARCHAR) Slice text) {
        return Shapes.write(Shapes.require("ST_Polygon", parsed(text), "Polygon"));
    }

    @Description("Returns the geometry that Well-Known Binary describes")
    @ScalarFunction("ST_GeomFromBinary")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice fromBinary(@SqlType(StandardTypes.VARBINARY) Slice binary) {
        try {
            return Shapes.write(new WKBReader(Shapes.FACTORY).read(binary.getBytes()));
        } catch (ParseException | IllegalArgumentException e) {
            throw Shapes.invalid("Invalid WKB: " + e.getMessage());
        }
    }

    @Description("Returns the geometry that a shape of Esri's framework for Hadoop describes")
    @ScalarFunction("geometry_from_hadoop_shape")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice fromHadoopShape(@SqlType(StandardTypes.VARBINARY) Slice shape) {
        if (shape.length() <= HADOOP_HEADER) {
            throw Shapes.invalid("Invalid Hadoop shape");
        }
        try {
            return Shapes.write(EsriShapeReader.read(shape.slice(HADOOP_HEADER, shape.length() - HADOOP_HEADER)));
        } catch (IndexOutOfBoundsException | UnsupportedOperationException | IllegalArgumentException e) {
            throw Shapes.invalid("Invalid Hadoop shape: " + e.getMessage());
        }
    }

    @Description("Returns the line through points")
    @ScalarFunction("ST_LineString")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice line(@SqlType("array(Geometry)") Block points) {
        List<Point> all = Shapes.points("ST_LineString", points);
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).equalsExact(all.get(i - 1))) {
                throw Shapes.invalid(
                        "Invalid input to ST_LineString: consecutive duplicate points at index " + (i + 1));
            }
        }
        return Shapes.write(Shapes.FACTORY.createLineString(
                all.size() < 2
                        ? new Coordinate[0]
                        : all.stream().map(Point::getCoordinate).toArray(Coordinate[]::new)));
    }

    @SqlNullable
    @Description("Returns points as one geometry")
    @ScalarFunction("ST_MultiPoint")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice points(@SqlType("array(Geometry)") Block points) {
        List<Point> all = Shapes.points("ST_MultiPoint", points);
        return all.isEmpty() ? null : Shapes.write(Shapes.FACTORY.createMultiPoint(all.toArray(Point[]::new)));
    }

    /** Reads a text. A ring that does not end where it began is closed: Athena takes such polygons. */
    private static Geometry parsed(Slice text) {
        WKTReader reader = new WKTReader(Shapes.FACTORY);
        reader.setFixStructure(true);
        try {
            return reader.read(text.toStringUtf8());
        } catch (ParseException | IllegalArgumentException e) {
            throw Shapes.invalid("Invalid WKT: " + text.toStringUtf8());
        }
    }
}
