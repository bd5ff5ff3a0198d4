package io.laguna.emulator.athena;

import io.laguna.emulator.athena.sql.Statement;
import software.amazon.awssdk.services.athena.model.ResultConfiguration;
import software.amazon.awssdk.services.athena.model.StatementType;

/**
 * Which files a query's result is, by the kind of its statement.
 *
 * @param location what GetQueryExecution calls the output location
 * @param metadata of the columns
 * @param manifest of the files that it writes
 * @param tables where a table goes that gives no place of its own, with a slash at its end
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html">Find query output files</a>
 */
record QueryOutput(String location, String metadata, String manifest, String tables) {
    static QueryOutput of(Statement statement, String id, ResultConfiguration configuration) {
        String folder = ResultLocation.folder(configuration);
        String name = folder + id;
        String tables = folder + "tables/" + id;
        if (statement instanceof Statement.TableAsSelect) {
            return new QueryOutput(tables, tables + ".metadata", tables + "-manifest.csv", tables + "/");
        }
        if (statement instanceof Statement.Insert || statement instanceof Statement.Unload) {
            return new QueryOutput(name, name + ".metadata", name + "-manifest.csv", tables + "/");
        }
        boolean isQuery = statement instanceof Statement.Rows && statement.type() == StatementType.DML
                || statement instanceof Statement.Execute;
        String file = name + (isQuery ? ".csv" : ".txt");
        return new QueryOutput(file, file + ".metadata", name + "-manifest.csv", tables + "/");
    }

    boolean isCsv() {
        return location.endsWith(".csv");
    }
}
