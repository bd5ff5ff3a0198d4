package io.laguna.glue.redshift;

import io.laguna.glue.format.Options;
import io.laguna.glue.jdbc.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table of Redshift, or a query, that rows come to by COPY and from by UNLOAD.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-connect-redshift-home.html">Redshift
 *     connections</a>
 */
public record RedshiftTable(SparkSession session, Database database, Options options, Authorization authorization) {

    /** The options that are heeded, beside those of the connection. */
    public static final Set<String> KNOWN = Set.of(
            "dbtable",
            "database",
            "query",
            "sampleQuery",
            "redshiftTmpDir",
            "tempdir",
            "aws_iam_role",
            "forward_spark_s3_credentials",
            "temporary_aws_access_key_id",
            "temporary_aws_secret_access_key",
            "temporary_aws_session_token",
            "preactions",
            "postactions",
            "extracopyoptions",
            "extraunloadoptions",
            "tempformat",
            "csvnullstring",
            "unload_s3_format",
            "include_column_list",
            "diststyle",
            "distkey",
            "sortkeyspec",
            "description",
            "tempdir_region",
            "label");

    /** The fate of rows that the table has. */
    public enum Before {
        KEPT,
        DROPPED
    }

    /** Tells whether options name a folder for the files of COPY and UNLOAD. */
    public static boolean isStaged(Options options) {
        return TemporaryFolder.configured(options).isPresent();
    }

    /**
     * Adds rows by COPY, in one transaction with everything that surrounds it. A table that is not there is made, before
     * the preactions unless these make it, and again when they have dropped it.
     *
     * @throws IOException when Redshift refuses a statement; the message has the load error
     */
    public void write(Dataset<Row> rows, Before before) throws IOException {
        String name = options.required("dbtable");
        StagedFormat format = StagedFormat.of(options, rows.schema());
        TemporaryFolder folder = TemporaryFolder.of(options);
        format.write(rows, folder.uri(), options);
        List<String> create = new TableDefinition(name, rows.schema(), options).statements();
        List<String> preactions = actions("preactions", name);
        List<String> statements = new ArrayList<>();
        if (before == Before.DROPPED) {
            statements.add("DROP TABLE IF EXISTS " + name);
        }
        if (preactions.stream().noneMatch(sql -> makes(sql, name))) {
            statements.addAll(create);
        }
        statements.addAll(preactions);
        // They may have dropped it.
        statements.add(create.get(0));
        if (folder.hasFiles(session.sparkContext().hadoopConfiguration(), "part-")) {
            statements.add(copy(rows, name, format, folder));
        }
        statements.addAll(actions("postactions", name));
        run(statements);
    }

    /** Runs the preactions and the postactions alone, when there is nothing to add. */
    public void act() throws IOException {
        String name = options.required("dbtable");
        List<String> statements = new ArrayList<>(actions("preactions", name));
        statements.addAll(actions("postactions", name));
        run(statements);
    }

    private static boolean makes(String sql, String table) {
        return Pattern.compile(
                        "create\\s+table\\s+(if\\s+not\\s+exists\\s+)?" + Pattern.quote(table) + "\\W.*",
                        Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(sql)
                .matches();
    }

    private String copy(Dataset<Row> rows, String name, StagedFormat format, TemporaryFolder folder) {
        // Avro's fields have names; those of CSV that stands in for it keep them by this list.
        boolean listed = options.flag("include_column_list")
                || options.text("tempformat").isEmpty();
        String columns = listed && format != StagedFormat.AVRO
                ? Arrays.stream(rows.columns()).map(Sql::name).collect(Collectors.joining(", ", " (", ")"))
                : "";
        return "COPY " + name + columns + " FROM " + Sql.text(folder.redshift() + "part-") + " "
                + authorization.clause() + " " + format.clause(options, rows.schema()) + region()
                + options.text("extracopyoptions").map(more -> " " + more).orElse("");
    }

    private String region() {
        return options.text("tempdir_region")
                .map(name -> " REGION " + Sql.text(name))
                .orElse("");
    }

    /** Returns the statements of an option; {@code %s} in them stands for the table. */
    private List<String> actions(String option, String table) {
        return Arrays.stream(options.text(option, "").split(";", -1))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .map(sql -> sql.replace("%s", table))
                .toList();
    }

    /** Returns what rows are read from: a table, or a query in brackets. */
    public String source() {
        return options.text("query")
                .or(() -> options.text("sampleQuery"))
                .map(sql -> "(" + sql.strip().replaceAll(";$", "") + ") redshift_query")
                .orElseGet(() -> options.required("dbtable"));
    }

    /**
     * Returns rows by UNLOAD.
     *
     * @param columns names, none for all
     * @param condition of SQL, which rows have to meet
     */
    public Dataset<Row> read(List<String> columns, Optional<String> condition) throws IOException {
        return new Unloading(this).rows(columns, condition);
    }

    void run(List<String> statements) throws IOException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                label(statement);
                for (String sql : statements) {
                    execute(connection, statement, sql);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void label(Statement statement) throws SQLException {
        Optional<String> label = options.text("label");
        if (label.isPresent()) {
            statement.execute("SET query_group TO " + Sql.text(label.get()));
        }
    }

    private static void execute(Connection connection, Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            connection.rollback();
            Optional<String> load = sql.startsWith("COPY") ? LoadError.last(connection) : Optional.empty();
            throw load.map(text -> new SQLException(text, e.getSQLState(), e)).orElse(e);
        }
    }
}
