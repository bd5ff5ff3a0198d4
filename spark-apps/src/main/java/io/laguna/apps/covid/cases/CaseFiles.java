package io.laguna.apps.covid.cases;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;

/** Case files in the raw zone, read once. */
final class CaseFiles {

    private CaseFiles() {}

    /**
     * Returns all records of the deliveries: the columns of trusted.cases, then file, reason, raw and rank. A record
     * that cannot be read has a reason and no case id.
     */
    static Dataset<Row> read(SparkSession spark, String raw, List<Manifest> deliveries, Sources sources) {
        Map<Header, List<String>> paths = new LinkedHashMap<>();
        for (Manifest manifest : deliveries) {
            List<String> files = paths.computeIfAbsent(Header.of(manifest), header -> new ArrayList<>());
            manifest.files().forEach(file -> files.add(raw + "/" + file.key()));
        }
        return paths.entrySet().stream()
                .map(entry -> read(spark, entry.getKey(), entry.getValue(), sources))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    private static Dataset<Row> read(SparkSession spark, Header header, List<String> paths, Sources sources) {
        List<Column> columns = new ArrayList<>();
        for (StructField field : header.schema().fields()) {
            columns.add(col("`" + field.name() + "`"));
        }
        columns.add(col("_metadata.file_path").as(CaseRows.PATH));
        columns.add(col("_metadata.file_block_start").as(CaseRows.BLOCK_START));
        Dataset<Row> records = spark.read()
                .schema(header.schema())
                .option("header", true)
                .option("multiLine", header.multiline())
                .option("escape", "\"")
                .option("mode", "PERMISSIVE")
                .option("columnNameOfCorruptRecord", Header.MALFORMED)
                .csv(paths.toArray(String[]::new))
                .select(columns.toArray(Column[]::new));
        JavaRDD<InternalRow> rows =
                records.queryExecution().toRdd().toJavaRDD().mapPartitions(new CaseRows(header, sources));
        return spark.internalCreateDataFrame(rows.rdd(), CaseRows.SCHEMA, false);
    }
}
