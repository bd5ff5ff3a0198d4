package io.laguna.apps.covid;

import io.laguna.apps.covid.report.CovidReport;
import io.laguna.apps.covid.report.finding.QueryFiles;
import io.laguna.apps.lake.Arguments;
import io.laguna.apps.lake.Lake;
import io.laguna.apps.lake.Usage;
import org.apache.spark.sql.SparkSession;

/**
 * The job that writes the report page {@code <refined>/covid/report/index.html} from the tables of the database
 * {@code refined} and the summaries of the jobs before it. With {@code --raw} the page also tells where each delivery
 * came from, and warns when its cases are generated. With the results of Athena's queries it shows these, too, and
 * fails where one is not there.
 */
public final class BuildReport {

    private BuildReport() {}

    public static void main(String[] args) {
        Arguments arguments = Usage.of("BuildReport")
                .required("trusted", "s3://trusted")
                .required("refined", "s3://refined")
                .optional("raw", "s3://raw")
                .optional("department-query", "s3://refined/…/result.csv")
                .optional("impact-query", "s3://refined/…/result.csv")
                .parseOrExit(args);
        try (SparkSession spark = Lake.session("BuildReport")) {
            CovidReport report = new CovidReport(
                    spark,
                    arguments.find("raw").map(root -> arguments.zone("raw")),
                    arguments.zone("trusted"),
                    arguments.zone("refined"),
                    new QueryFiles(arguments.find("department-query"), arguments.find("impact-query")));
            System.out.println("Report: " + report.write());
        }
    }
}
