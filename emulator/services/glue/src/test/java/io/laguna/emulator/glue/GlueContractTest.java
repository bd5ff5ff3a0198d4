package io.laguna.emulator.glue;

import io.laguna.emulator.testkit.ServiceContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;

@ExtendWith(CatalogLake.class)
class GlueContractTest extends ServiceContract<GlueClient> {
    private final CatalogLake.Running lake;

    GlueContractTest(CatalogLake.Running lake) {
        super(GlueClient.class, "glue-2017-03-31", "glue");
        this.lake = lake;
    }

    @Override
    protected List<GlueClient> rooms() {
        return lake.catalog().rooms(CatalogLake.CALLER);
    }

    @Override
    protected Map<String, String> known() {
        return Map.of("DatabaseName", "default", "Pattern", "*");
    }
}
