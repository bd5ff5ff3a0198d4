package io.laguna.apps.sql;

import io.laguna.apps.lake.Arguments;
import io.laguna.apps.lake.Lake;
import io.laguna.apps.lake.Usage;
import io.laguna.apps.lake.WholeFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * The job that runs SQL statements one after the other and ends with the first failure. The rows of the last statement
 * go to {@code --output}, a folder that is not there yet, as JSON, one object per line.
 */
public final class RunSql {

    private static final Usage USAGE = Usage.of("RunSql")
            .optional("file", "s3://bucket/script.sql")
            .repeated("statement", "SQL")
            .optional("output", "s3://bucket/folder")
            .eitherOr("file", "statement");

    private RunSql() {}

    public static void main(String[] args) {
        Arguments arguments = USAGE.parseOrExit(args);
        try (SparkSession spark = Lake.session("RunSql")) {
            List<String> statements = arguments
                    .find("file")
                    .map(file -> Statements.in(new String(WholeFile.read(spark, file), StandardCharsets.UTF_8)))
                    .orElse(arguments.all("statement"));
            new Script(statements).run(spark, arguments.find("output"));
        }
    }
}
