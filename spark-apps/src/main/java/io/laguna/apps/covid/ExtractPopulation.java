package io.laguna.apps.covid;

import io.laguna.apps.covid.population.Password;
import io.laguna.apps.covid.population.PopulationSource;
import io.laguna.apps.lake.Arguments;
import io.laguna.apps.lake.Lake;
import io.laguna.apps.lake.Usage;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * The job MySQL to raw: departments, municipalities, population and hospital beds.
 *
 * <p>The password is in the file that --password-file names, on any of Hadoop's file systems, or else in the
 * environment as JDBC_PASSWORD. Many people can read the arguments of a job.
 */
public final class ExtractPopulation {

    private static final Usage USAGE = Usage.of("ExtractPopulation")
            .required("url", "jdbc:mysql://host:port/covid")
            .required("user", "USER")
            .optional("password-file", "s3://bucket/key")
            .required("raw", "s3://raw");

    private ExtractPopulation() {}

    public static void main(String[] args) {
        Arguments arguments = USAGE.parseOrExit(args);
        try (SparkSession spark = Lake.session("ExtractPopulation")) {
            String password = arguments
                    .find("password-file")
                    .map(file -> Password.in(spark, file))
                    .or(() -> Optional.ofNullable(System.getenv("JDBC_PASSWORD")))
                    .orElse("");
            new PopulationSource(spark, arguments.get("url"), arguments.get("user"), password)
                    .extractTo(arguments.zone("raw"))
                    .forEach((table, rows) -> System.out.println("raw." + table + ": " + rows + " rows"));
        }
    }
}
