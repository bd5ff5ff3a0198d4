package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.InternalServiceException;

/** A statement whose unforeseen failures in the Data Catalog and in S3 are told in the words of Hive's metastore. */
public record InHiveWords(CatalogStatement statement) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        try {
            return statement.run(catalog);
        } catch (InternalServiceException e) {
            throw Failures.metastore(e.getMessage());
        } catch (GlueException e) {
            throw Failures.task("MetaException(message:" + e.getMessage() + ")");
        } catch (SdkException e) {
            throw Failures.task("MetaException(message:Got exception: " + e.getMessage() + ")");
        }
    }
}
