package io.laguna.glue.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType.Atomic;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests of types: of values, of what two come to, of their names and of casts. */
class TypesTest {

    @Test
    void theTypeOfAValueIsItsClass() {
        Struct record = Struct.of(
                "i", 1, "l", 2L, "d", new BigDecimal("1.50"), "a", List.of(1, "x"), "m", Map.of("k", 1.5), "n", null);
        GlueType type = SchemaOf.value(record);
        assertThat(type.treeString())
                .isEqualTo(
                        """
                        root
                        |-- i: int
                        |-- l: long
                        |-- d: decimal(3,2)
                        |-- a: array
                        |    |-- element: choice
                        |    |    |-- int
                        |    |    |-- string
                        |-- m: map
                        |    |-- keyType: string
                        |    |-- valueType: double
                        |-- n: null
                        """);
        assertThat(SchemaJson.parse(type.jsonValue())).isEqualTo(type);
    }

    @Test
    void nullIsNoTypeBesideAnother() {
        assertThat(Atomic.NULL.merge(Atomic.LONG)).isEqualTo(Atomic.LONG);
        assertThat(Atomic.LONG.merge(Atomic.UNKNOWN)).isEqualTo(Atomic.LONG);
        GlueType choice = Atomic.LONG.merge(Atomic.STRING);
        assertThat(choice.merge(Atomic.LONG)).isEqualTo(choice);
        assertThat(Atomic.STRING.merge(choice).jsonValue())
                .contains("\"choices\": [{\"dataType\": \"string\", \"properties\": {}}, {\"dataType\": \"long\"");
    }

    @Test
    void typesGoToSparkAndBack() {
        GlueType type = TypeNames.parse("struct<a:array<map<string,decimal(5,1)>>,b:timestamp_ntz>");
        assertThat(SparkTypes.type(SparkTypes.of(type))).isEqualTo(type);
        assertThat(TypeNames.parse("BigInt")).isEqualTo(Atomic.LONG);
        assertThatThrownBy(() -> TypeNames.parse("number")).hasMessage("There is no type number");
    }

    @Test
    void whatCannotBeCastIsNull() {
        assertThat(cast("int", " 7 ")).isEqualTo(7);
        assertThat(cast("int", "x9")).isNull();
        assertThat(cast("int", 9_999_999_999L)).isNull();
        assertThat(cast("long", 3.9)).isEqualTo(3L);
        assertThat(cast("date", "2020-02-30")).isNull();
        assertThat(cast("date", "2020-02-29")).isEqualTo(Date.valueOf("2020-02-29"));
        assertThat(cast("decimal(3,1)", "12.34")).isEqualTo(new BigDecimal("12.3"));
        assertThat(cast("string", Struct.of("a", 1))).isEqualTo("{\"a\": 1}");
        assertThat(cast("long", List.of(1))).isNull();
    }

    private static Object cast(String type, Object value) {
        return new Cast(TypeNames.parse(type), "UTC").apply(value);
    }
}
