package io.laguna.apps.covid;

import io.laguna.apps.covid.population.PopulationSource;
import io.laguna.apps.lake.Arguments;
import io.laguna.apps.lake.Lake;
import io.laguna.apps.lake.Usage;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** The job MySQL to raw: departments, municipalities, population and hospital beds. The password is in JDBC_PASSWORD. */
public final class ExtractPopulation {

    private static final Usage USAGE = Usage.of("ExtractPopulation")
            .required("url", "jdbc:mysql://host:port/covid")
            .required("user", "USER")
            .required("raw", "s3://raw");

    private ExtractPopulation() {}

    public static void main(String[] args) {
        Arguments arguments = USAGE.parseOrExit(args);
        String password = Optional.ofNullable(System.getenv("JDBC_PASSWORD")).orElse("");
        try (SparkSession spark = Lake.session("ExtractPopulation")) {
            new PopulationSource(spark, arguments.get("url"), arguments.get("user"), password)
                    .extractTo(arguments.zone("raw"))
                    .forEach((table, rows) -> System.out.println("raw." + table + ": " + rows + " rows"));
        }
    }
}
