package io.laguna.apps.covid;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The tables that the jobs after CleanCases read, with a handful of rows in a temporary folder. */
public final class SmallLake {

    private static final StructType DEPARTMENT =
            StructType.fromDDL("code STRING, name STRING, region STRING, capital_code STRING, area_km2 DECIMAL(10,1)");
    private static final StructType POPULATION =
            StructType.fromDDL("department_code STRING, year SMALLINT, sex STRING, age_band STRING, population INT");
    private static final StructType BEDS =
            StructType.fromDDL("department_code STRING, hospital_beds INT, icu_beds INT, as_of DATE, source STRING");

    private final SparkSession spark;
    private final Path folder;
    private final List<Row> departments = new ArrayList<>();
    private final List<Row> populations = new ArrayList<>();
    private final List<Row> beds = new ArrayList<>();
    private final List<SmallCase> cases = new ArrayList<>();

    public SmallLake(SparkSession spark, Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    public SmallLake department(String code, int population) {
        return department(code).population(code, 2020, population);
    }

    public SmallLake department(String code) {
        departments.add(RowFactory.create(code, "Department " + code, "Region", code + "001", null));
        return this;
    }

    /** Adds the total of both sexes and all ages, and a part of it that nothing should count. */
    public SmallLake population(String code, int year, int population) {
        populations.add(RowFactory.create(code, (short) year, "T", "T", population));
        populations.add(RowFactory.create(code, (short) year, "F", "T", population / 2));
        populations.add(RowFactory.create(code, (short) year, "T", "0-17", population / 3));
        return this;
    }

    public SmallLake beds(String code, Integer hospital, Integer icu) {
        beds.add(RowFactory.create(code, hospital, icu, null, "by hand"));
        return this;
    }

    public SmallLake with(SmallCase... more) {
        return with(List.of(more));
    }

    public SmallLake with(List<SmallCase> more) {
        cases.addAll(more);
        return this;
    }

    /** Writes and registers the tables, in place of those that an earlier call left. */
    public SmallLake create() {
        List<Row> rows = new ArrayList<>();
        cases.forEach(one -> rows.add(one.row(rows.size() + 1)));
        table("raw", "department", departments, DEPARTMENT);
        table("raw", "population", populations, POPULATION);
        table("raw", "department_beds", beds, BEDS);
        table("trusted", "cases", rows, SmallCase.SCHEMA, "report_month");
        return this;
    }

    public String refined() {
        return folder.resolve("refined").toUri().toString().replaceFirst("/+$", "");
    }

    private void table(String database, String name, List<Row> rows, StructType schema, String... partitions) {
        spark.sql("CREATE DATABASE IF NOT EXISTS " + database);
        spark.createDataFrame(rows, schema)
                .coalesce(1)
                .write()
                .mode(SaveMode.Overwrite)
                .partitionBy(partitions)
                .option("path", folder.resolve(database).resolve(name).toString())
                .saveAsTable(database + "." + name);
    }
}
