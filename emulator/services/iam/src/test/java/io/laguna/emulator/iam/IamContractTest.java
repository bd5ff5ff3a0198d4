package io.laguna.emulator.iam;

import io.laguna.emulator.testkit.OperationsContract;
import io.laguna.emulator.testlake.EngineLake;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;

@ExtendWith(IamLake.class)
class IamContractTest extends OperationsContract<IamClient> {
    private static final String NAME = "contract";

    private final Iam iam;

    IamContractTest(IamLake.Running lake) {
        super(IamClient.class, "iam-2010-05-08", "iam");
        this.iam = lake.open();
    }

    @BeforeEach
    void make() {
        Fixtures.make(iam, NAME);
    }

    @AfterEach
    void close() {
        iam.close();
    }

    @Override
    protected List<IamClient> rooms() {
        return iam.rooms(EngineLake.CALLER);
    }

    @Override
    protected Map<String, String> known() {
        return Fixtures.names(NAME);
    }
}
