package io.laguna.apps.covid;

import io.laguna.apps.covid.marts.RefinedZone;
import io.laguna.apps.lake.Arguments;
import io.laguna.apps.lake.Lake;
import io.laguna.apps.lake.Usage;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * The job trusted to refined, which joins the cases with the population and builds every mart. It reads the tables
 * trusted.cases, raw.department, raw.population and raw.department_beds.
 */
public final class BuildMarts {

    private static final int DEFAULT_POPULATION_YEAR = 2020;

    private static final Usage USAGE = Usage.of("BuildMarts")
            .required("raw", "s3://raw")
            .required("trusted", "s3://trusted")
            .required("refined", "s3://refined")
            .optional("population-year", "2020");

    private BuildMarts() {}

    public static void main(String[] args) {
        Arguments arguments = USAGE.parseOrExit(args);
        Optional<Integer> year = populationYear(arguments);
        if (year.isEmpty()) {
            System.err.println("--population-year is not a year: " + arguments.get("population-year"));
            System.err.println(USAGE);
            System.exit(Usage.EXIT_CODE);
        }
        try (SparkSession spark = Lake.session("BuildMarts")) {
            System.out.println(new RefinedZone(spark, arguments.zone("refined")).build(year.orElseThrow()));
        }
    }

    private static Optional<Integer> populationYear(Arguments arguments) {
        String year = arguments.find("population-year").orElse(String.valueOf(DEFAULT_POPULATION_YEAR));
        return year.matches("\\d{4}") ? Optional.of(Integer.valueOf(year)) : Optional.empty();
    }
}
