package io.laguna.glue.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.glue.SharedSpark;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.error.ErrorThresholdException;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.record.CallSite;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.ErrorDetail;
import io.laguna.glue.record.Struct;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of what a frame is after a step: rows as long as types are known, records with choices and errors otherwise. */
class TypedFramesTest {
    private final GlueContext glue = SharedSpark.context();

    private DynamicFrame rows(String sql) {
        return DynamicFrame.ofDataFrame(glue.sparkSession().sql(sql), glue, "rows");
    }

    private DynamicFrame records(int partitions, DynamicRecord... records) {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(glue.sparkSession().sparkContext());
        return DynamicFrame.ofRecords(
                spark.parallelize(new ArrayList<>(List.of(records)), partitions), glue, "records");
    }

    private static DynamicRecord record(Object... namesAndValues) {
        return DynamicRecord.of(Struct.of(namesAndValues));
    }

    private static DynamicRecord error(String message) {
        return DynamicRecord.failed(ErrorDetail.ofStep(CallSite.NOT_PROVIDED, message, "", Struct.of("a", 1)));
    }

    @Test
    void stepsOnRowsOfParquetAreColumnsOfOneScan(@TempDir Path folder) {
        String path = folder.resolve("t").toUri().toString();
        glue.sparkSession()
                .sql("SELECT 1 AS a, named_struct('i', 2, 'j', 3) AS s, array(named_struct('x', 1, 'y', 2)) AS l")
                .write()
                .parquet(path);
        DynamicFrame frame = DynamicFrame.ofDataFrame(glue.sparkSession().read().parquet(path), glue, "t");
        DynamicFrame renamed = RenameField.apply(frame, "a", "b", Stage.PLAIN);
        DynamicFrame dropped = DropFields.apply(renamed, List.of("s.j", "l.y"), Stage.PLAIN);
        DynamicFrame mapped = ApplyMapping.apply(
                dropped,
                List.of(MappingSpec.of("s.i", "int", "i", "long"), MappingSpec.of("b", "b")),
                true,
                Stage.PLAIN);
        DynamicFrame resolved = ResolveChoice.specs(mapped, Map.of("b", "cast:string"), Stage.PLAIN);
        DynamicFrame high = SplitRows.apply(resolved, Map.of("i", Map.of(">", 1)), "high", "low", Stage.PLAIN)
                .get("high");
        Dataset<Row> result = Union.apply(high, high, Stage.PLAIN).toDF();
        assertThat(result.queryExecution().executedPlan().toString())
                .contains("ReadSchema: struct<a:int,s:struct<i:int>>")
                .doesNotContain("RDD");
        assertThat(result.collectAsList()).hasToString("[[2,1], [2,1]]");
    }

    @Test
    void aJoinOfRecordsWithoutChoicesIsSparks() {
        DynamicFrame joined = Join.apply(
                records(1, record("id", 1L, "v", "x"), error("e")),
                List.of("id"),
                records(1, record("id", 1L, "w", 2)),
                List.of("id"),
                Stage.PLAIN);
        assertThat(joined.isTyped()).isTrue();
        assertThat(joined.show(5)).containsExactly("{\"id\": 1, \"v\": \"x\", \".id\": 1, \"w\": 2}");
        assertThat(joined.errorsCount()).isEqualTo(1);
        assertThat(joined.stageErrorsCount()).isZero();
    }

    @Test
    void aChoiceIsATypeForEachOfItsValues() {
        DynamicFrame frame = records(2, record("n", 7L), record("n", "x9"), record("n", null));
        assertThat(frame.schema().treeString()).isEqualTo("root\n|-- n: choice\n|    |-- long\n|    |-- string\n");
        assertThat(frame.toDF().collectAsList()).hasToString("[[[7,null]], [[null,x9]], [null]]");
        DynamicFrame columns = ResolveChoice.all(frame, "make_cols", Map.of(), Stage.PLAIN);
        assertThat(columns.toDF().collectAsList()).hasToString("[[7,null], [null,x9], [null,null]]");
    }

    @Test
    void keysOfArraysCountOverPartitionsAndOnlyArrays() {
        DynamicFrame frame = records(
                3,
                record("a", new ArrayList<>(List.of(1, 2))),
                record("a", null),
                record("a", new ArrayList<>(List.of(3))),
                record("a", new ArrayList<>(List.of(4))));
        Map<String, DynamicFrame> tables = Relationalize.apply(frame, "r", Stage.PLAIN);
        assertThat(tables.get("r").toDF().collectAsList()).hasToString("[[1], [null], [2], [3]]");
        assertThat(tables.get("r_a").toDF().collectAsList()).hasToString("[[1,0,1], [1,1,2], [2,0,3], [3,0,4]]");
    }

    @Test
    void aThresholdIsTheNumberOfErrorsThatAreAllowed() {
        DynamicFrame frame = records(1, record("a", 1), error("one"), error("two"));
        Stage two = new Stage("", CallSite.NOT_PROVIDED, 0, 2);
        assertThat(frame.withStage(two).count()).isEqualTo(1);
        Stage one = new Stage("", CallSite.NOT_PROVIDED, 0, 1);
        DynamicFrame later = SelectFields.apply(frame.withStage(one), List.of("a"), Stage.PLAIN);
        assertThatThrownBy(later::toDF)
                .isInstanceOf(ErrorThresholdException.class)
                .hasMessageContaining("one");
    }

    @Test
    void pathsGoThroughBackticksStructsAndArrays() {
        assertThat(FieldPath.parse("a.`b.c`[].d").steps()).containsExactly("a", "b.c", "[]", "d");
        assertThatThrownBy(() -> FieldPath.parse("a.`b")).isInstanceOf(IllegalArgumentException.class);
        Struct record = Struct.of("l", new ArrayList<>(List.of(Struct.of("x", 1, "y", 2), Struct.of("x", 3))));
        assertThat(Fields.drop(record, FieldPath.parse("l.x"))).hasToString("{\"l\": [{\"y\": 2}]}");
        assertThat(record).hasToString("{\"l\": [{\"x\": 1, \"y\": 2}, {\"x\": 3}]}");
    }

    @Test
    void rowsOfTheSameNameInOtherLettersAreNotMixed() {
        DynamicFrame union = Union.apply(rows("SELECT 1 AS a"), rows("SELECT 'x' AS A"), Stage.PLAIN);
        assertThat(union.show(5)).containsExactly("{\"a\": 1}", "{\"A\": \"x\"}");
    }
}
