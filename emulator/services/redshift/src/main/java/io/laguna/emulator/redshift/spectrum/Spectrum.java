package io.laguna.emulator.redshift.spectrum;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.session.Carriers;
import io.laguna.emulator.redshift.spectrum.ddl.ExternalSchemaStatements;
import io.laguna.emulator.redshift.spectrum.ddl.ExternalTableStatements;
import io.laguna.emulator.redshift.spectrum.ddl.WrittenFiles;
import io.laguna.emulator.redshift.spectrum.engine.FileReader;
import io.laguna.emulator.redshift.spectrum.engine.Views;
import io.laguna.emulator.redshift.spectrum.foreign.DataCatalog;
import io.laguna.emulator.redshift.spectrum.foreign.ExternalSchemas;
import io.laguna.emulator.redshift.spectrum.foreign.ForeignTables;
import java.util.function.Function;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Spectrum for all clusters of a lake, on its one process that reads files. */
public final class Spectrum {
    private final ExternalSchemaStatements schemaStatements;
    private final ExternalTableStatements tableStatements;
    private final ExternalRelations relations;

    /**
     * Creates the room.
     *
     * @param glue the Data Catalog as a caller sees it
     */
    public Spectrum(Function<Caller, GlueClient> glue, S3Client s3, FileReader reader) {
        DataCatalog catalog = new DataCatalog(glue);
        ExternalSchemas schemas = new ExternalSchemas();
        ForeignTables tables = new ForeignTables();
        Views views = new Views(reader, s3);
        Relations shown = new Relations(catalog, schemas, tables, views, s3, new Scans(reader, views));
        WrittenFiles files = new WrittenFiles(catalog, reader, s3, shown::prepared);
        schemaStatements = new ExternalSchemaStatements(catalog, schemas);
        tableStatements = new ExternalTableStatements(catalog, schemas, tables, files);
        relations = new ExternalRelations(schemas, shown, tableStatements, files);
    }

    /** Returns carriers that have those of external schemas besides. */
    public Carriers with(Carriers carriers) {
        return carriers.withExternal(
                schemaStatements::create,
                schemaStatements::drop,
                tableStatements::create,
                tableStatements::alter,
                relations);
    }
}
