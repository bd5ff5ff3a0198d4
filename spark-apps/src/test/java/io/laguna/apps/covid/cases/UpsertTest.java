package io.laguna.apps.covid.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.apps.SparkTest;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkTest.class)
class UpsertTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000})
    void theGreatestRankWinsWhetherRepeatedIdsAreFewOrMany(long few, SparkSession spark) {
        Dataset<Row> candidates = candidates(spark, List.of("1 a 5", "1 b 9", "1 c 7", "2 d 1", "3 e 2", "3 f 1"));

        try (Upsert upsert = new Upsert(candidates, few)) {
            assertThat(rows(upsert)).containsExactlyInAnyOrder("1 b", "2 d", "3 e");
            assertThat(upsert.superseded()).isEqualTo(3);
            assertThat(upsert.rows().columns()).isEqualTo(Cases.SCHEMA.fieldNames());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000})
    void rowsOfDifferentCasesAllStay(long few, SparkSession spark) {
        try (Upsert upsert = new Upsert(candidates(spark, List.of("1 a 5", "2 b 5")), few)) {
            assertThat(rows(upsert)).containsExactlyInAnyOrder("1 a", "2 b");
            assertThat(upsert.superseded()).isZero();
        }
    }

    /** Returns rows of trusted.cases from {@code case_id municipality rank}. */
    private static Dataset<Row> candidates(SparkSession spark, List<String> texts) {
        List<Row> rows = new ArrayList<>();
        for (String text : texts) {
            String[] parts = text.split(" ", 3);
            Object[] cells = new Object[Cases.SCHEMA.size() + 1];
            cells[Cases.SCHEMA.fieldIndex("case_id")] = Long.valueOf(parts[0]);
            cells[Cases.SCHEMA.fieldIndex("municipality")] = parts[1];
            cells[Cases.SCHEMA.size()] = Long.valueOf(parts[2]);
            rows.add(RowFactory.create(cells));
        }
        return spark.createDataFrame(rows, Cases.SCHEMA.add(CaseRows.RANK, DataTypes.LongType));
    }

    private static List<String> rows(Upsert upsert) {
        return upsert.rows().select("case_id", "municipality").collectAsList().stream()
                .map(row -> row.mkString(" "))
                .toList();
    }
}
