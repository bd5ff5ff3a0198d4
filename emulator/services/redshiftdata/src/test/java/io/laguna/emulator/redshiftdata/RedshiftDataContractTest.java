package io.laguna.emulator.redshiftdata;

import io.laguna.emulator.testkit.OperationsContract;
import io.laguna.emulator.testlake.EngineLake;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;

@ExtendWith(DataLake.class)
class RedshiftDataContractTest extends OperationsContract<RedshiftDataClient> {
    private final DataLake.Running lake;
    private final RedshiftData data;

    RedshiftDataContractTest(DataLake.Running lake) {
        super(RedshiftDataClient.class, "redshift-data-2019-12-20", "redshift-data");
        this.lake = lake;
        this.data = lake.open();
    }

    @AfterEach
    void close() {
        data.close();
    }

    @Override
    protected List<RedshiftDataClient> rooms() {
        return data.rooms(EngineLake.CALLER);
    }

    @Override
    protected Map<String, String> known() {
        return Map.of("ClusterIdentifier", DataLake.CLUSTER, "Database", lake.database());
    }
}
