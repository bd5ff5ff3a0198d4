package io.laguna.glue.schema;

import io.laguna.glue.record.Json;
import io.laguna.glue.record.Struct;
import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.NumericType;
import scala.Function1;
import scala.Option;

/**
 * A cast of values to one type, by Spark's own rules of {@code CAST}, so a value comes out the same in a record and in a
 * DataFrame. What cannot be cast becomes null; a number that is too large for the type does too. To the type {@code unknown}
 * a value is not cast.
 */
public final class Cast implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final GlueType target;
    private final String timeZone;
    private transient Map<DataType, UnaryOperator<Object>> casts = new HashMap<>();

    public Cast(GlueType target, String timeZone) {
        this.target = target;
        this.timeZone = timeZone;
    }

    public GlueType target() {
        return target;
    }

    /** Returns the value in the target's type, or null. */
    public Object apply(Object value) {
        if (value == null || target.isUnknown()) {
            return value;
        }
        if (value instanceof Struct || value instanceof List || value instanceof Map) {
            return compound(value);
        }
        GlueType type = SchemaOf.value(value);
        if (type.equals(target)) {
            return value;
        }
        if (!(target instanceof GlueType.Atomic || target instanceof GlueType.DecimalType)) {
            return null;
        }
        if (casts == null) {
            casts = new HashMap<>();
        }
        return casts.computeIfAbsent(SparkTypes.of(type), this::from).apply(value);
    }

    private Object compound(Object value) {
        if (target == GlueType.Atomic.STRING) {
            return Json.text(value);
        }
        return SchemaOf.typeName(value).equals(target.typeName()) ? value : null;
    }

    private UnaryOperator<Object> from(DataType from) {
        DataType to = SparkTypes.of(target);
        if (!org.apache.spark.sql.catalyst.expressions.Cast.canCast(from, to)) {
            return value -> null;
        }
        Function1<Object, Object> in = CatalystTypeConverters.createToCatalystConverter(from);
        Function1<Object, Object> out = CatalystTypeConverters.createToScalaConverter(to);
        Expression cast = expression(new BoundReference(0, from, true), from, to, timeZone);
        return value -> out.apply(cast.eval(new GenericInternalRow(new Object[] {in.apply(value)})));
    }

    /** Returns Spark's expression for the cast of a column. */
    public static Expression expression(Expression child, DataType from, DataType to, String timeZone) {
        boolean narrows = from instanceof NumericType && to instanceof NumericType && !(to instanceof DecimalType);
        return new org.apache.spark.sql.catalyst.expressions.Cast(
                child, to, Option.apply(timeZone), narrows ? EvalMode.TRY() : EvalMode.LEGACY());
    }
}
