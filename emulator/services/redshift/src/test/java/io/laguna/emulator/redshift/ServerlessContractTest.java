package io.laguna.emulator.redshift;

import static org.awaitility.Awaitility.await;

import io.laguna.emulator.testkit.ServiceContract;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.redshiftserverless.model.CreateNamespaceRequest;
import software.amazon.awssdk.services.redshiftserverless.model.CreateWorkgroupRequest;
import software.amazon.awssdk.services.redshiftserverless.model.WorkgroupStatus;

@ExtendWith(RedshiftLake.class)
class ServerlessContractTest extends ServiceContract<RedshiftServerlessClient> {
    private final RedshiftLake.Running lake;
    private Redshift redshift;

    ServerlessContractTest(RedshiftLake.Running lake) {
        super(RedshiftServerlessClient.class, "redshift-serverless-2021-04-21", "redshift-serverless");
        this.lake = lake;
        this.redshift = lake.open();
    }

    @AfterEach
    void close() {
        redshift.close();
    }

    @Override
    protected List<RedshiftServerlessClient> rooms() {
        return redshift.serverless().rooms(EngineLake.CALLER);
    }

    @Override
    protected void restart() {
        close();
        redshift = lake.open();
    }

    @Override
    protected List<Creation> creations(String name) {
        String own = name.replace('_', '-');
        return List.of(
                made -> CreateNamespaceRequest.builder()
                        .namespaceName(own)
                        .adminUsername("admin")
                        .adminUserPassword("Secret-of-tests-1")
                        .build(),
                made -> CreateWorkgroupRequest.builder()
                        .workgroupName(own)
                        .namespaceName(own)
                        .build());
    }

    @Override
    protected void settle(Map<String, String> made) {
        await().atMost(Duration.ofMinutes(1)).until(() -> client().listWorkgroups(list -> {}).workgroups().stream()
                .allMatch(workgroup -> workgroup.status() == WorkgroupStatus.AVAILABLE));
    }

    @Override
    protected Map<String, String> known(Map<String, String> made) {
        return Map.of(
                "resourceArn",
                client().listWorkgroups(list -> {}).workgroups().stream()
                        .filter(workgroup -> workgroup.workgroupName().equals(made.get("workgroupName")))
                        .map(workgroup -> workgroup.workgroupArn())
                        .findFirst()
                        .orElse("none"));
    }

    @Override
    protected Set<String> differingReads() {
        return Set.of("GetCredentials");
    }

    @Override
    protected Set<String> tokens() {
        return Set.of("nextToken");
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return made.get("resourceArn");
    }

    @Override
    protected String missing(Map<String, String> made) {
        return EngineLake.CALLER.arn("redshift-serverless", "workgroup/missing");
    }

    private RedshiftServerlessClient client() {
        return Rooms.of(RedshiftServerlessClient.class, rooms()).client();
    }
}
