package io.laguna.emulator.ssm;

import io.laguna.emulator.testkit.ServiceContract;
import io.laguna.emulator.testlake.EngineLake;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;

@ExtendWith(SsmLake.class)
class SsmContractTest extends ServiceContract<SsmClient> {
    private final SsmLake.Running lake;
    private Ssm ssm;

    SsmContractTest(SsmLake.Running lake) {
        super(SsmClient.class, "ssm-2014-11-06", "ssm");
        this.lake = lake;
        this.ssm = lake.open();
    }

    @AfterEach
    void close() {
        ssm.close();
    }

    @Override
    protected List<SsmClient> rooms() {
        return ssm.rooms(EngineLake.CALLER);
    }

    @Override
    protected void restart() {
        close();
        ssm = lake.open();
    }

    @Override
    protected List<Creation> creations(String name) {
        return List.of(made -> PutParameterRequest.builder()
                .name(name)
                .value("value")
                .type("SecureString")
                .build());
    }

    @Override
    protected Map<String, String> known() {
        return Map.of("ResourceType", "Parameter", "Path", "/");
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return made.get("Name");
    }

    @Override
    protected String missing(Map<String, String> made) {
        return "contract_missing";
    }
}
