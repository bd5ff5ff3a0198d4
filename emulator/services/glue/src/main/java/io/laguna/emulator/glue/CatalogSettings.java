package io.laguna.emulator.glue;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Room;
import software.amazon.awssdk.services.glue.model.CatalogEncryptionMode;
import software.amazon.awssdk.services.glue.model.DataCatalogEncryptionSettings;
import software.amazon.awssdk.services.glue.model.GetDataCatalogEncryptionSettingsRequest;
import software.amazon.awssdk.services.glue.model.GetDataCatalogEncryptionSettingsResponse;
import software.amazon.awssdk.services.glue.model.PutDataCatalogEncryptionSettingsRequest;
import software.amazon.awssdk.services.glue.model.PutDataCatalogEncryptionSettingsResponse;

/**
 * The catalog's encryption settings. The settings are kept and answered; the metastore's database on this machine is
 * encrypted by its disk or not at all.
 *
 * <p>https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-security.html
 */
final class CatalogSettings extends Room {
    private static final String NAME = "encryption";
    /** The settings of a catalog that nobody has changed. */
    private static final DataCatalogEncryptionSettings NONE = DataCatalogEncryptionSettings.builder()
            .encryptionAtRest(rest -> rest.catalogEncryptionMode(CatalogEncryptionMode.DISABLED))
            .connectionPasswordEncryption(passwords -> passwords.returnConnectionPasswordEncrypted(false))
            .build();

    private final Account account;
    private final Settings settings;

    CatalogSettings(Account account, Settings settings) {
        this.account = account;
        this.settings = settings;
    }

    @Override
    public GetDataCatalogEncryptionSettingsResponse getDataCatalogEncryptionSettings(
            GetDataCatalogEncryptionSettingsRequest request) {
        account.check(request);
        return GetDataCatalogEncryptionSettingsResponse.builder()
                .dataCatalogEncryptionSettings(settings.get(NAME, DataCatalogEncryptionSettings.builder())
                        .orElse(NONE))
                .build();
    }

    @Override
    public PutDataCatalogEncryptionSettingsResponse putDataCatalogEncryptionSettings(
            PutDataCatalogEncryptionSettingsRequest request) {
        account.check(request);
        DataCatalogEncryptionSettings given = request.dataCatalogEncryptionSettings();
        new Constraints().present("dataCatalogEncryptionSettings", given).check();
        DataCatalogEncryptionSettings.Builder whole = given.toBuilder();
        if (given.encryptionAtRest() == null) {
            whole.encryptionAtRest(NONE.encryptionAtRest());
        }
        if (given.connectionPasswordEncryption() == null) {
            whole.connectionPasswordEncryption(NONE.connectionPasswordEncryption());
        }
        settings.put(NAME, whole.build());
        return PutDataCatalogEncryptionSettingsResponse.builder().build();
    }
}
