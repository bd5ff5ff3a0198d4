package io.laguna.apps.covid.population;

import io.laguna.apps.lake.TableDefinition;
import io.laguna.apps.lake.Zone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The source's tables, column by column as it has them. */
enum SourceTable {
    DEPARTMENT(
            "Departments of Colombia and its capital district",
            column("code", "STRING", "DIVIPOLA code, two digits"),
            column("name", "STRING", "DIVIPOLA name"),
            column("region", "STRING", "Natural region"),
            column("capital_code", "STRING", "Municipality that is the capital"),
            column("area_km2", "DECIMAL(10,1)", "Area in square kilometres")),
    MUNICIPALITY(
            "Municipalities of Colombia",
            column("code", "STRING", "DIVIPOLA code, five digits"),
            column("department_code", "STRING", "Department that the municipality lies in"),
            column("name", "STRING", "DIVIPOLA name"),
            column("latitude", "DECIMAL(9,6)", "Degrees north"),
            column("longitude", "DECIMAL(9,6)", "Degrees east")),
    POPULATION(
            "Projected population of each department",
            column("department_code", "STRING", "DIVIPOLA code of the department"),
            column("year", "SMALLINT", "Year of the projection"),
            column("sex", "STRING", "F, M or T for both"),
            column("age_band", "STRING", "0-17, 18-29, 30-49, 50-64, 65+ or T for all"),
            column("population", "INT", "Inhabitants")),
    DEPARTMENT_BEDS(
            "Hospital beds of the departments for which they are published",
            column("department_code", "STRING", "DIVIPOLA code of the department"),
            column("hospital_beds", "INT", "Hospital beds, null when unknown"),
            column("icu_beds", "INT", "Beds in intensive care, null when unknown"),
            column("as_of", "DATE", "Day that the figures are of"),
            column("source", "STRING", "Who published the figures"));

    private record Column(String name, String type, String comment) {}

    private final String comment;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Column> columns;

    SourceTable(String comment, Column... columns) {
        this.comment = comment;
        this.columns = List.of(columns);
    }

    private static Column column(String name, String type, String comment) {
        return new Column(name, type, comment);
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the columns with their types. Without this schema Spark would widen SMALLINT. */
    String schema() {
        return columns.stream()
                .map(column -> "`" + column.name() + "` " + column.type())
                .collect(Collectors.joining(", "));
    }

    String[] columnNames() {
        return columns.stream().map(Column::name).toArray(String[]::new);
    }

    TableDefinition definition(String raw) {
        Map<String, String> comments = new LinkedHashMap<>();
        columns.forEach(column -> comments.put(column.name(), column.comment()));
        return new TableDefinition(
                Zone.RAW.database(), title(), raw + "/covid/reference/" + title(), comment, comments, List.of());
    }
}
