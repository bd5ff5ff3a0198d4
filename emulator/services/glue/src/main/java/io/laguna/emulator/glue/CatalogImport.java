package io.laguna.emulator.glue;

import io.laguna.emulator.glue.request.Room;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.glue.model.CatalogImportStatus;
import software.amazon.awssdk.services.glue.model.GetCatalogImportStatusRequest;
import software.amazon.awssdk.services.glue.model.GetCatalogImportStatusResponse;
import software.amazon.awssdk.services.glue.model.ImportCatalogToGlueRequest;
import software.amazon.awssdk.services.glue.model.ImportCatalogToGlueResponse;

/**
 * The import of an existing catalog into Glue's. On AWS that is Athena's catalog from before 2017. Here everything that
 * a metastore holds is in Glue's catalog already, so an import is only noted.
 *
 * <p>https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-migration.html
 */
final class CatalogImport extends Room {
    private static final String NAME = "import";

    private final Account account;
    private final Settings settings;

    CatalogImport(Account account, Settings settings) {
        this.account = account;
        this.settings = settings;
    }

    @Override
    public ImportCatalogToGlueResponse importCatalogToGlue(ImportCatalogToGlueRequest request) {
        account.check(request);
        settings.put(
                NAME,
                CatalogImportStatus.builder()
                        .importCompleted(true)
                        .importTime(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                        .importedBy("arn:aws:iam::" + account.id() + ":root")
                        .build());
        return ImportCatalogToGlueResponse.builder().build();
    }

    @Override
    public GetCatalogImportStatusResponse getCatalogImportStatus(GetCatalogImportStatusRequest request) {
        account.check(request);
        return GetCatalogImportStatusResponse.builder()
                .importStatus(
                        settings.get(NAME, CatalogImportStatus.builder()).orElseGet(() -> CatalogImportStatus.builder()
                                .importCompleted(false)
                                .build()))
                .build();
    }
}
