package io.github.spark_redshift_community.spark.redshift;

import io.laguna.glue.catalog.Secret;
import io.laguna.glue.format.Options;
import io.laguna.glue.jdbc.Database;
import io.laguna.glue.redshift.Authorization;
import io.laguna.glue.redshift.RedshiftRelation;
import io.laguna.glue.redshift.RedshiftTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.CreatableRelationProvider;
import org.apache.spark.sql.sources.RelationProvider;
import org.apache.spark.sql.sources.SchemaRelationProvider;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;
import scala.collection.immutable.Map;

/**
 * The data source of Redshift, under the name that it has on EMR and in Glue.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/spark-redshift-connector.html">Amazon Redshift integration
 *     for Apache Spark</a>
 */
public final class DefaultSource implements RelationProvider, SchemaRelationProvider, CreatableRelationProvider {
    private static final Set<String> KNOWN = Set.of("secret.id", "autopushdown");

    @Override
    public BaseRelation createRelation(SQLContext context, Map<String, String> parameters) {
        return new RedshiftRelation(table(context, parameters));
    }

    @Override
    public BaseRelation createRelation(SQLContext context, Map<String, String> parameters, StructType schema) {
        return new RedshiftRelation(table(context, parameters), schema);
    }

    @Override
    public BaseRelation createRelation(
            SQLContext context, SaveMode mode, Map<String, String> parameters, Dataset<Row> rows) {
        RedshiftTable table = table(context, parameters);
        String name = table.options().required("dbtable");
        try {
            switch (mode) {
                case Append -> table.write(rows, RedshiftTable.Before.KEPT);
                case Overwrite -> table.write(rows, RedshiftTable.Before.DROPPED);
                case ErrorIfExists -> {
                    if (isThere(table.database(), name)) {
                        throw new IllegalStateException(
                                "Table " + name + " already exists! (SaveMode is set to ErrorIfExists)");
                    }
                    table.write(rows, RedshiftTable.Before.KEPT);
                }
                case Ignore -> {
                    if (!isThere(table.database(), name)) {
                        table.write(rows, RedshiftTable.Before.KEPT);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        return new RedshiftRelation(table, rows.schema());
    }

    private static RedshiftTable table(SQLContext context, Map<String, String> parameters) {
        Options given = Options.of(JavaConverters.mapAsJavaMap(parameters));
        Options options = given.text("secret.id")
                .map(id -> Options.of(Secret.of(id)).with(given.values()))
                .orElse(given);
        Set<String> known = new TreeSet<>(RedshiftTable.KNOWN);
        known.addAll(KNOWN);
        given.logOthers("the data source of Redshift", Database.options(known));
        Database database = Database.of(context.sparkSession(), options);
        return new RedshiftTable(context.sparkSession(), database, options, Authorization.of(options, false));
    }

    private static boolean isThere(Database database, String table) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1 FROM " + table + " WHERE 1 = 0");
            return true;
        } catch (SQLException e) {
            // Undefined table, and undefined schema.
            if ("42P01".equals(e.getSQLState()) || "3F000".equals(e.getSQLState())) {
                return false;
            }
            throw new IllegalStateException(
                    "Redshift does not tell whether " + table + " is there: " + e.getMessage(), e);
        }
    }
}
