package io.laguna.engines.trino.geo;

import io.airlift.slice.Slice;
import io.trino.geospatial.serde.JtsGeometrySerde;
import io.trino.spi.StandardErrorCode;
import io.trino.spi.TrinoException;
import io.trino.spi.block.Block;
import io.trino.spi.block.BlockBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** The geometries of JTS in the values that Trino's engine has of them. */
final class Shapes {
    static final GeometryFactory FACTORY = new GeometryFactory();

    private Shapes() {}

    static Geometry read(Slice value) {
        return JtsGeometrySerde.deserialize(value);
    }

    static Slice write(Geometry geometry) {
        return JtsGeometrySerde.serialize(geometry);
    }

    /** Returns a geometry that has to be of one of some types. */
    static Geometry read(String function, Slice value, String... types) {
        return require(function, read(value), types);
    }

    static Geometry require(String function, Geometry geometry, String... types) {
        if (!Set.of(types).contains(geometry.getGeometryType())) {
            throw invalid(function + " only applies to " + String.join(" or ", types) + ". Input type is: "
                    + geometry.getGeometryType());
        }
        return geometry;
    }

    /** Returns the points of an array. */
    static List<Point> points(String function, Block array) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < array.getPositionCount(); i++) {
            if (array.isNull(i)) {
                throw invalid("Invalid input to " + function + ": null at index " + (i + 1));
            }
            if (!(read(GeometryType.GEOMETRY.getSlice(array, i)) instanceof Point point) || point.isEmpty()) {
                throw invalid("Invalid input to " + function + ": no point at index " + (i + 1));
            }
            points.add(point);
        }
        return points;
    }

    static Block array(List<? extends Geometry> geometries) {
        BlockBuilder builder = GeometryType.GEOMETRY.createBlockBuilder(null, geometries.size());
        geometries.forEach(geometry -> GeometryType.GEOMETRY.writeSlice(builder, write(geometry)));
        return builder.build();
    }

    /** Returns the geometries that a geometry is made of; itself, if it is no collection. */
    static List<Geometry> members(Geometry geometry) {
        List<Geometry> members = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            members.add(geometry.getGeometryN(i));
        }
        return members;
    }

    static TrinoException invalid(String message) {
        return new TrinoException(StandardErrorCode.INVALID_FUNCTION_ARGUMENT, message);
    }
}
