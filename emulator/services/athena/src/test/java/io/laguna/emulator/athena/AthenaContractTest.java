package io.laguna.emulator.athena;

import io.laguna.emulator.athena.query.Usage;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.testkit.ServiceContract;
import io.laguna.engines.server.OnDemand;
import io.laguna.engines.server.RemoteServer;
import io.laguna.wire.Rooms;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.s3.S3Client;

@ExtendWith(CatalogLake.class)
class AthenaContractTest extends ServiceContract<AthenaClient> {
    private final CatalogLake.Running lake;

    @TempDir
    private Path folder;

    private Athena athena;

    AthenaContractTest(CatalogLake.Running lake) {
        super(AthenaClient.class, "athena-2017-05-18", "athena");
        this.lake = lake;
    }

    @BeforeEach
    void open() {
        athena = Athena.open(
                lake.state(),
                new OnDemand(new RemoteServer("trino", "http://127.0.0.1:0")),
                lake::glue,
                Rooms.of(S3Client.class, List.<S3Client>of()).client(),
                folder,
                new Usage(bytes -> BigDecimal.ZERO));
    }

    @AfterEach
    void close() {
        athena.close();
    }

    @Override
    protected List<AthenaClient> rooms() {
        return athena.rooms(Caller.DEFAULT);
    }

    @Override
    protected Map<String, String> known() {
        return Map.of("CatalogName", "AwsDataCatalog", "DatabaseName", "default");
    }
}
