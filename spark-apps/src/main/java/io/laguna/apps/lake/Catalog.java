package io.laguna.apps.lake;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.analysis.NoSuchDatabaseException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;

/** The session's catalog, in which tables are looked up. */
final class Catalog {

    private Catalog() {}

    static Optional<CatalogTable> find(SparkSession spark, TableIdentifier table) {
        try {
            return Optional.of(spark.sessionState().catalog().getTableMetadata(table));
        } catch (NoSuchDatabaseException | NoSuchTableException absent) {
            return Optional.empty();
        }
    }
}
