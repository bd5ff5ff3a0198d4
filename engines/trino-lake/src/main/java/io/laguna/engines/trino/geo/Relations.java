package io.laguna.engines.trino.geo;

import io.airlift.slice.Slice;
import io.trino.spi.function.Description;
import io.trino.spi.function.ScalarFunction;
import io.trino.spi.function.SqlNullable;
import io.trino.spi.function.SqlType;
import io.trino.spi.type.StandardTypes;

/** The functions that tell how two geometries lie to each other. */
public final class Relations {
    private Relations() {}

    @SqlNullable
    @Description("Tells whether no point of the second lies outside the first, and their insides meet")
    @ScalarFunction("ST_Contains")
    @SqlType(StandardTypes.BOOLEAN)
    public static Boolean contains(
            @SqlType(StandardTypes.GEOMETRY) Slice left, @SqlType(StandardTypes.GEOMETRY) Slice right) {
        return Shapes.read(left).contains(Shapes.read(right));
    }

    @SqlNullable
    @Description("Tells whether the geometries have some, but not all inner points in common")
    @ScalarFunction("ST_Crosses")
    @SqlType(StandardTypes.BOOLEAN)
    public static Boolean crosses(
            @SqlType(StandardTypes.GEOMETRY) Slice left, @SqlType(StandardTypes.GEOMETRY) Slice right) {
        return Shapes.read(left).crosses(Shapes.read(right));
    }

    @SqlNullable
    @Description("Tells whether the geometries have no point in common")
    @ScalarFunction("ST_Disjoint")
    @SqlType(StandardTypes.BOOLEAN)
    public static Boolean disjoint(
            @SqlType(StandardTypes.GEOMETRY) Slice left, @SqlType(StandardTypes.GEOMETRY) Slice right) {
        return Shapes.read(left).disjoint(Shapes.read(right));
    }

    @SqlNullable
    @Description("Tells whether the geometries are the same set of points")
    @ScalarFunction("ST_Equals")
    @SqlType(StandardTypes.BOOLEAN)
    public static Boolean equal(
            @SqlType(StandardTypes.GEOMETRY) Slice left, @SqlType(StandardTypes.GEOMETRY) Slice right) {
        return Shapes.read(left).equalsTopo(Shapes.read(right));
    }

    @SqlNullable
    @Description("Tells whether the geometries have a point in common")
    @ScalarFunction("ST_Intersects")
    @SqlType(StandardTypes.BOOLEAN)
    public static Boolean intersects(
            @SqlType(StandardTypes.GEOMETRY) Slice left, @SqlType(StandardTypes.GEOMETRY) Slice right) {
        return Shapes.read(left).intersects(Shapes.read(right));
    }

    @SqlNullable
    @Description("Tells whether the geometries have the same dimension and share some of their points")
    @ScalarFunction("ST_Overlaps")
    @SqlType(StandardTypes.BOOLEAN)
    public static Boolean overlaps(
            @SqlType(StandardTypes.GEOMETRY) Slice left, @SqlType(StandardTypes.GEOMETRY) Slice right) {
        return Shapes.read(left).overlaps(Shapes.read(right));
    }

    @SqlNullable
    @Description("Tells whether the geometries have points in common, but no inner ones")
    @ScalarFunction("ST_Touches")
    @SqlType(StandardTypes.BOOLEAN)
    public static Boolean touches(
            @SqlType(StandardTypes.GEOMETRY) Slice left, @SqlType(StandardTypes.GEOMETRY) Slice right) {
        return Shapes.read(left).touches(Shapes.read(right));
    }

    @SqlNullable
    @Description("Tells whether the first geometry lies in the second")
    @ScalarFunction("ST_Within")
    @SqlType(StandardTypes.BOOLEAN)
    public static Boolean within(
            @SqlType(StandardTypes.GEOMETRY) Slice left, @SqlType(StandardTypes.GEOMETRY) Slice right) {
        return Shapes.read(left).within(Shapes.read(right));
    }

    @SqlNullable
    @Description("Tells whether the relation of the geometries is that of a pattern of DE-9IM")
    @ScalarFunction("ST_Relate")
    @SqlType(StandardTypes.BOOLEAN)
    public static Boolean relate(
            @SqlType(StandardTypes.GEOMETRY) Slice left,
            @SqlType(StandardTypes.GEOMETRY) Slice right,
            @SqlType(StandardTypes.VARCHAR) Slice pattern) {
        try {
            return Shapes.read(left).relate(Shapes.read(right), pattern.toStringUtf8());
        } catch (IllegalArgumentException e) {
            throw Shapes.invalid("Invalid pattern of a relation: " + pattern.toStringUtf8());
        }
    }
}
