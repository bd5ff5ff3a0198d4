package io.laguna.apps.covid.cases;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.laguna.apps.lake.TableDefinition;
import io.laguna.apps.lake.Zone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** The tables trusted.cases and trusted.cases_rejected. */
final class Cases {

    private record Column(String name, DataType type, String comment) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("case_id", LongType, "The case's number, unique in the country"),
            new Column("report_date", DateType, "Day of publication; of diagnosis or notification where not published"),
            new Column("notification_date", DateType, "Day on which the case was notified to the health authority"),
            new Column("symptom_onset_date", DateType, "Day of the first symptoms; null without symptoms or unknown"),
            new Column("diagnosis_date", DateType, "Day of confirmation by a laboratory"),
            new Column("recovery_date", DateType, "Day of recovery"),
            new Column("death_date", DateType, "Day of death, of whatever cause"),
            new Column("department_code", StringType, "DIVIPOLA code of the department, two digits"),
            new Column("department", StringType, "DIVIPOLA name of the department"),
            new Column("district", StringType, "Barranquilla, Cartagena, Santa Marta, Buenaventura or null"),
            new Column("municipality_code", StringType, "DIVIPOLA code, five digits; null when not published"),
            new Column("municipality", StringType, "Name of the municipality as published"),
            new Column("age", IntegerType, "Age in units of age_unit"),
            new Column("age_unit", IntegerType, "1 years, 2 months, 3 days"),
            new Column("age_years", IntegerType, "Age in completed years, 0 for months and days"),
            new Column("sex", StringType, "F, M or null"),
            new Column("infection_source", StringType, "En estudio, Relacionado, Comunitaria, Importado or null"),
            new Column("care_place", StringType, "Casa, Hospital, Hospital UCI, Fallecido, Recuperado or null"),
            new Column("severity", StringType, "Leve, Moderado, Grave, Fallecido, Asintomático or null"),
            new Column("asymptomatic", BooleanType, "Whether the release says that there were no symptoms"),
            new Column("outcome", StringType, "Recuperado, Fallecido, Fallecido otra causa, Activo or Sin dato"),
            new Column("country_code", StringType, "Where the infection came from: ISO 3166 numeric, three digits"),
            new Column("country", StringType, "Where the infection came from, as published"),
            new Column("recovery_kind", StringType, "PCR (test), Tiempo (time passed) or null"),
            new Column("ethnic_group", StringType, "Indígena, Rom, Raizal, Palenquero, Negro, Otro or null"),
            new Column("ethnic_group_name", StringType, "Name of the people, as published"),
            new Column("delivery", StringType, "The delivery that this row comes from"),
            new Column("report_month", StringType, "Month of report_date, yyyy-MM"));

    /** The columns of trusted.cases, in order. */
    static final StructType SCHEMA = schema();

    private Cases() {}

    static TableDefinition table(String trusted) {
        Map<String, String> comments = new LinkedHashMap<>();
        COLUMNS.forEach(column -> comments.put(column.name(), column.comment()));
        return new TableDefinition(
                Zone.TRUSTED.database(),
                "cases",
                trusted + "/covid/cases",
                "COVID-19 cases in Colombia, one row per case id, the latest delivery's",
                comments,
                List.of("report_month"));
    }

    static TableDefinition rejected(String trusted) {
        return new TableDefinition(
                Zone.TRUSTED.database(),
                "cases_rejected",
                trusted + "/covid/rejected",
                "Rows of case files that could not be read",
                Map.of(
                        "file", "Name of the file that holds the row",
                        "reason", "All that is wrong with the row",
                        "raw", "The row's values by the release's column names, JSON",
                        "delivery", "The delivery that the file belongs to"),
                List.of("delivery"));
    }

    /**
     * Returns the rows of a snapshot, from its files. The schema is given, because Spark would take a month for a date.
     */
    static Dataset<Row> files(SparkSession spark, String snapshot) {
        return spark.read().schema(SCHEMA).parquet(snapshot);
    }

    private static StructType schema() {
        StructType schema = new StructType();
        for (Column column : COLUMNS) {
            schema = schema.add(column.name(), column.type());
        }
        return schema;
    }
}
