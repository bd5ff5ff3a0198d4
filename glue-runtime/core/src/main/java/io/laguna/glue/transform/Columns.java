package io.laguna.glue.transform;

import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.schema.Cast;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.Atomic;
import io.laguna.glue.schema.GlueType.DecimalType;
import io.laguna.glue.schema.SparkTypes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** Columns of rows, made as the same step makes the fields of records. */
final class Columns {
    private Columns() {}

    /** Returns the time zone in which texts are timestamps. */
    static String timeZone(DynamicFrame frame) {
        return frame.context().sparkSession().conf().get("spark.sql.session.timeZone");
    }

    static Column named(String name) {
        return functions.col(FieldPath.quote(name));
    }

    /** Returns a column cast as {@link Cast} casts values. */
    static Column cast(Column column, DataType from, GlueType target, String timeZone) {
        if (target.isUnknown()) {
            return column;
        }
        boolean compound = from instanceof StructType
                || from instanceof org.apache.spark.sql.types.ArrayType
                || from instanceof MapType;
        if (compound) {
            if (target == Atomic.STRING) {
                return functions.to_json(column);
            }
            return target.typeName().equals(SparkTypes.type(from).typeName()) ? column : nothing(target);
        }
        if (!(target instanceof Atomic || target instanceof DecimalType)) {
            return nothing(target);
        }
        DataType to = SparkTypes.of(target);
        if (from.equals(to)) {
            return column;
        }
        return org.apache.spark.sql.catalyst.expressions.Cast.canCast(from, to)
                ? new Column(Cast.expression(column.expr(), from, to, timeZone))
                : nothing(target);
    }

    /** Returns a column of nulls. */
    static Column nothing(GlueType type) {
        return functions.lit(null).cast(SparkTypes.of(type));
    }
}
