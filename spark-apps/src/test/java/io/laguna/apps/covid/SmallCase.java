package io.laguna.apps.covid;

import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A row of trusted.cases, written by hand. Columns that are not given are null.
 *
 * @param values by column; dates as yyyy-MM-dd
 */
public record SmallCase(Map<String, Object> values) {

    static final StructType SCHEMA = StructType.fromDDL(
            """
            case_id BIGINT, report_date DATE, notification_date DATE, symptom_onset_date DATE, diagnosis_date DATE,
            recovery_date DATE, death_date DATE, department_code STRING, department STRING, district STRING,
            municipality_code STRING, municipality STRING, age INT, age_unit INT, age_years INT, sex STRING,
            infection_source STRING, care_place STRING, severity STRING, asymptomatic BOOLEAN, outcome STRING,
            country_code STRING, country STRING, recovery_kind STRING, ethnic_group STRING, ethnic_group_name STRING,
            delivery STRING, report_month STRING
            """);

    public SmallCase {
        values = Map.copyOf(values);
    }

    /** Returns an active case that the department reported on that day. */
    public static SmallCase reported(String departmentCode, String date) {
        return new SmallCase(Map.of("outcome", "Activo", "asymptomatic", false))
                .with("department_code", departmentCode)
                .with("department", "Department " + departmentCode)
                .with("report_date", date)
                .with("report_month", date.substring(0, 7));
    }

    public SmallCase with(String column, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(column, value);
        return new SmallCase(more);
    }

    public SmallCase without(String column) {
        Map<String, Object> fewer = new HashMap<>(values);
        fewer.remove(column);
        return new SmallCase(fewer);
    }

    public SmallCase died() {
        return with("outcome", "Fallecido");
    }

    public SmallCase recovered() {
        return with("outcome", "Recuperado");
    }

    public List<SmallCase> times(int count) {
        return Stream.generate(() -> this).limit(count).toList();
    }

    Row row(long caseId) {
        return RowFactory.create(Stream.of(SCHEMA.fields())
                .map(field -> {
                    Optional<Object> value = Optional.ofNullable(values.get(field.name()));
                    if (field.name().equals("case_id")) {
                        return value.orElse(caseId);
                    }
                    return field.dataType().equals(DataTypes.DateType)
                            ? value.map(date -> Date.valueOf((String) date)).orElse(null)
                            : value.orElse(null);
                })
                .toArray());
    }
}
