package io.laguna.emulator.athena.query;

import io.laguna.emulator.athena.sql.Statement;
import software.amazon.awssdk.services.athena.model.StatementType;

/**
 * The files of a query's result, by the kind of its statement.
 *
 * @param location the location that GetQueryExecution calls the output location
 * @param metadata of the columns
 * @param manifest of the files that it writes
 * @param tables the folder of a table that gives no place of its own, with a slash at its end
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html">Find query output files</a>
 */
record QueryOutput(String location, String metadata, String manifest, String tables) {
    private static final String TABLES = "tables/";

    /**
     * Returns the files of a query.
     *
     * @param folder where results go, with a slash at its end
     */
    static QueryOutput in(String folder, String id, Statement statement) {
        String name = folder + id;
        String tables = folder + TABLES + id;
        if (statement instanceof Statement.TableAsSelect) {
            return new QueryOutput(tables, tables + ".metadata", tables + "-manifest.csv", tables + "/");
        }
        if (statement instanceof Statement.Insert
                || statement instanceof Statement.Unload
                || statement instanceof Statement.RowChange) {
            return new QueryOutput(name, name + ".metadata", name + "-manifest.csv", tables + "/");
        }
        boolean isQuery = statement instanceof Statement.Rows && statement.type() == StatementType.DML;
        String file = name + (isQuery ? ".csv" : ".txt");
        return new QueryOutput(file, file + ".metadata", name + "-manifest.csv", tables + "/");
    }

    /** Returns the files of a query whose location is known. */
    static QueryOutput at(String location, String id, Statement statement) {
        String folder = location.substring(0, location.lastIndexOf(id));
        return in(
                statement instanceof Statement.TableAsSelect
                        ? folder.substring(0, folder.length() - TABLES.length())
                        : folder,
                id,
                statement);
    }

    boolean isCsv() {
        return isCsv(location);
    }

    /** Tells whether the result at an output location is rows of a query, and the query writes nothing else. */
    static boolean isCsv(String location) {
        return location.endsWith(".csv");
    }
}
