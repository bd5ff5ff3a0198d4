package io.laguna.apps.covid;

import io.laguna.apps.covid.cases.Cleaning;
import io.laguna.apps.lake.Arguments;
import io.laguna.apps.lake.Lake;
import io.laguna.apps.lake.Usage;
import org.apache.spark.sql.SparkSession;

/** The job raw to trusted: merges new deliveries of case files into trusted.cases. */
public final class CleanCases {

    private static final Usage USAGE = Usage.of("CleanCases")
            .required("raw", "s3://raw")
            .required("trusted", "s3://trusted")
            .flag("rebuild")
            .flag("export-csv");

    private CleanCases() {}

    public static void main(String[] args) {
        Arguments arguments = USAGE.parseOrExit(args);
        try (SparkSession spark = Lake.session("CleanCases")) {
            Cleaning cleaning = new Cleaning(spark, arguments.zone("raw"), arguments.zone("trusted"));
            System.out.println(cleaning.run(arguments.has("rebuild")));
            if (arguments.has("export-csv")) {
                cleaning.exportCsv();
            }
        }
    }
}
