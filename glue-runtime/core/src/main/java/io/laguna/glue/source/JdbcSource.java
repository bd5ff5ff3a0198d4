package io.laguna.glue.source;

import io.laguna.glue.bookmark.Bookmarks;
import io.laguna.glue.bookmark.KeyState;
import io.laguna.glue.catalog.CatalogTable;
import io.laguna.glue.catalog.DataCatalog;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.jdbc.Database;
import io.laguna.glue.jdbc.HashParts;
import io.laguna.glue.jdbc.KeyRange;
import io.laguna.glue.jdbc.PrimaryKey;
import io.laguna.glue.jdbc.Vendor;
import io.laguna.glue.redshift.Authorization;
import io.laguna.glue.redshift.RedshiftTable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table of a database, or a query.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-connect-jdbc-home.html">JDBC
 *     connections</a>
 */
record JdbcSource(GlueContext context, Options options, String transformationContext) implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcSource.class);
    private static final Set<String> KNOWN = Set.of(
            "dbtable",
            "query",
            "sampleQuery",
            "hashfield",
            "hashexpression",
            "hashpartitions",
            "jobBookmarkKeys",
            "jobBookmarkKeysSortOrder");

    /** Returns the source of a table that a crawler found in a database: the table names its connection. */
    static JdbcSource of(
            GlueContext context,
            DataCatalog catalog,
            CatalogTable table,
            Options options,
            String transformationContext) {
        return new JdbcSource(
                context, JdbcTables.options(catalog, table).with(options.values()), transformationContext);
    }

    @Override
    public DynamicFrame frame() throws IOException {
        SparkSession session = context.sparkSession();
        Database database = Database.of(session, options);
        boolean staged = isStaged(database);
        Set<String> known = new TreeSet<>(KNOWN);
        known.addAll(staged ? RedshiftTable.KNOWN : Set.of());
        options.logOthers("a source of JDBC", Database.options(known));
        String table = table();
        List<String> parts = staged ? List.of() : HashParts.of(options, database.vendor());
        Optional<Bookmarks> bookmarks = context.bookmarks().filter(each -> !transformationContext.isEmpty());
        if (bookmarks.isPresent()) {
            KeyRange range = range(session, database, table);
            if (!range.keys().isEmpty()) {
                Optional<List<String>> last = bookmarks.get().hasEnd()
                        ? bookmarks
                                .get()
                                .end(transformationContext, range.keys())
                                .map(KeyState::literals)
                        : range.last(session);
                if (last.isEmpty()) {
                    return RecordFiles.none(context);
                }
                String between = range.between(
                        bookmarks
                                .get()
                                .keys(transformationContext, range.keys())
                                .map(KeyState::literals),
                        last.get());
                bookmarks.get().reached(transformationContext, range.keys(), last.get());
                parts = parts.isEmpty()
                        ? List.of(between)
                        : parts.stream()
                                .map(part -> "(" + part + ") AND (" + between + ")")
                                .toList();
            }
        }
        return DynamicFrame.ofDataFrame(
                staged
                        ? new RedshiftTable(session, database, options, Authorization.of(options, true))
                                .read(List.of(), parts.stream().findFirst())
                        : database.rows(session, table, parts),
                context,
                "");
    }

    private boolean isStaged(Database database) {
        return RedshiftTable.isStaged(options) && database.vendor() == Vendor.REDSHIFT;
    }

    private String table() {
        Optional<String> query = options.text("query").or(() -> options.text("sampleQuery"));
        return query.map(sql -> "(" + sql.strip().replaceAll(";$", "") + ") glue_query")
                .orElseGet(() -> options.required("dbtable"));
    }

    private KeyRange range(SparkSession session, Database database, String table) throws IOException {
        List<String> keys = options.texts("jobBookmarkKeys");
        if (keys.isEmpty() && !table.startsWith("(")) {
            try {
                keys = PrimaryKey.withoutGaps(session, database, table);
            } catch (SQLException e) {
                throw new IOException("The primary key of " + table + " cannot be asked: " + e.getMessage(), e);
            }
        }
        if (keys.isEmpty()) {
            LOG.warn(
                    "{} has no jobBookmarkKeys, and no primary key without gaps: all of {} is read",
                    transformationContext,
                    table);
        }
        String order = options.text("jobBookmarkKeysSortOrder", "asc").toLowerCase(Locale.ROOT);
        return new KeyRange(database, table, keys, !order.equals("desc"));
    }
}
