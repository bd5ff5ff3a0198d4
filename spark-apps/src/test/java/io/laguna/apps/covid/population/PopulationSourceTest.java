package io.laguna.apps.covid.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.laguna.apps.SparkTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a Derby as the source, which Spark brings along; the system tests read MySQL's dialect. */
@ExtendWith(SparkTest.class)
class PopulationSourceTest {

    @TempDir
    Path folder;

    private final String url = "jdbc:derby:memory:covid-" + UUID.randomUUID() + ";create=true";
    private Connection connection;

    @BeforeEach
    void create() throws SQLException {
        connection = DriverManager.getConnection(url);
        execute(
                """
                CREATE TABLE department ("code" CHAR(2), "name" VARCHAR(80), "region" VARCHAR(40), "capital_code" CHAR(5), "area_km2" DECIMAL(10,1))
                """);
        execute(
                """
                CREATE TABLE municipality ("code" CHAR(5), "department_code" CHAR(2), "name" VARCHAR(80), "latitude" DECIMAL(9,6), "longitude" DECIMAL(9,6))
                """);
        execute(
                """
                CREATE TABLE population ("department_code" CHAR(2), "year" SMALLINT, "sex" CHAR(1), "age_band" VARCHAR(8), "population" INT)
                """);
        execute(
                """
                CREATE TABLE department_beds ("department_code" CHAR(2), "hospital_beds" INT, "icu_beds" INT, "as_of" DATE, "source" VARCHAR(200))
                """);
        for (int i = 0; i < 33; i++) {
            execute("INSERT INTO department VALUES ('%02d', 'Nariño', 'Pacífico', NULL, 33268.0)".formatted(i));
        }
        execute("INSERT INTO population VALUES ('05', 2020, 'T', '65+', 6677930)");
        execute("INSERT INTO department_beds VALUES ('05', NULL, 1090, '2020-10-31', 'Ministerio de Salud')");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void tablesAreCopiedWithTheirNamesTypesAndNulls(SparkSession spark) {
        assertThat(source(spark).extractTo(folder.toUri() + "raw"))
                .containsEntry("department", 33)
                .containsEntry("municipality", 0)
                .containsEntry("population", 1)
                .containsEntry("department_beds", 1);

        assertThat(spark.table("raw.department").schema().simpleString())
                .isEqualTo("struct<code:string,name:string,region:string,capital_code:string,area_km2:decimal(10,1)>");
        assertThat(spark.table("raw.department").orderBy("code").head().mkString("|"))
                .isEqualTo("00|Nariño|Pacífico|null|33268.0");
        assertThat(spark.table("raw.population").schema().simpleString())
                .isEqualTo("struct<department_code:string,year:smallint,sex:string,age_band:string,population:int>");
        assertThat(spark.table("raw.population").head().mkString("|")).isEqualTo("05|2020|T|65+|6677930");
        assertThat(spark.table("raw.department_beds").head().mkString("|"))
                .isEqualTo("05|null|1090|2020-10-31|Ministerio de Salud");
        assertThat(spark.table("raw.population")
                        .schema()
                        .apply("year")
                        .getComment()
                        .get())
                .isEqualTo("Year of the projection");
    }

    @Test
    void anExtractionReplacesTheOneBefore(SparkSession spark) throws SQLException {
        source(spark).extractTo(folder.toUri() + "raw");
        execute("UPDATE population SET \"population\" = 1");

        source(spark).extractTo(folder.toUri() + "raw");

        assertThat(spark.table("raw.population").head().mkString("|")).isEqualTo("05|2020|T|65+|1");
    }

    @Test
    void aSourceWithoutAllDepartmentsIsRefusedAndNothingIsPublished(SparkSession spark) throws SQLException {
        execute("DELETE FROM department WHERE \"code\" = '32'");

        assertThatIllegalStateException()
                .isThrownBy(() -> source(spark).extractTo(folder.toUri() + "raw"))
                .withMessageContaining("32 departments");
        assertThat(folder.resolve("raw")).doesNotExist();
    }

    private PopulationSource source(SparkSession spark) {
        return new PopulationSource(spark, url, "app", "app");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
