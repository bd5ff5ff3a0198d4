package io.laguna.emulator.redshiftdata;

import io.laguna.emulator.redshiftdata.connect.Warehouses;
import io.laguna.emulator.testkit.TurnedClock;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.engines.server.DatabaseAccess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterNotFoundException;
import software.amazon.awssdk.services.redshift.model.DescribeClustersRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClustersResponse;
import software.amazon.awssdk.services.redshift.model.GetClusterCredentialsRequest;
import software.amazon.awssdk.services.redshift.model.GetClusterCredentialsResponse;
import software.amazon.awssdk.services.redshift.model.GetClusterCredentialsWithIamRequest;
import software.amazon.awssdk.services.redshift.model.GetClusterCredentialsWithIamResponse;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.redshiftserverless.model.GetWorkgroupRequest;
import software.amazon.awssdk.services.redshiftserverless.model.GetWorkgroupResponse;
import software.amazon.awssdk.services.redshiftserverless.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** The Data API over a cluster that is a plain PostgreSQL, opened once per test JVM. */
final class DataLake extends OnEngines<DataLake.Running> {
    static final String CLUSTER = "sales";
    static final String PAUSED = "paused";

    DataLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and the service on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final EngineLake.Running engines;
        private final TurnedClock clock = new TurnedClock();
        private final Path folder;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.folder = engines.folder("results");
            engines.sql("create or replace function pg_last_query_id() returns int language sql return 4711");
        }

        /** Opens the service on the same state, as after a restart of Laguna. */
        RedshiftData open() {
            Clusters clusters = new Clusters(engines.address());
            return RedshiftData.open(
                    engines.state(),
                    new Warehouses(
                            caller -> clusters,
                            caller -> new NoWorkgroups(),
                            caller -> new Secret(engines.address()),
                            Optional.empty()),
                    folder,
                    clock);
        }

        String database() {
            return path(engines.address());
        }

        void forward(Duration time) {
            clock.forward(time);
        }

        void sql(String statement) {
            engines.sql(statement);
        }

        long count(String query) {
            return engines.count(query);
        }

        @Override
        public void close() {}
    }

    private static URI uri(DatabaseAccess address) {
        return URI.create(address.url().substring("jdbc:".length()));
    }

    private static String path(DatabaseAccess address) {
        return uri(address).getPath().substring(1);
    }

    /** One cluster that runs, and one that does not. */
    private record Clusters(DatabaseAccess address) implements RedshiftClient {
        @Override
        public DescribeClustersResponse describeClusters(DescribeClustersRequest request) {
            String name = request.clusterIdentifier();
            if (!name.equals(CLUSTER) && !name.equals(PAUSED)) {
                throw ClusterNotFoundException.builder()
                        .message("Cluster " + name + " not found.")
                        .build();
            }
            return DescribeClustersResponse.builder()
                    .clusters(Cluster.builder()
                            .clusterIdentifier(name)
                            .clusterStatus(name.equals(PAUSED) ? "paused" : "available")
                            .endpoint(endpoint -> endpoint.address(uri(address).getHost())
                                    .port(uri(address).getPort()))
                            .build())
                    .build();
        }

        @Override
        public GetClusterCredentialsResponse getClusterCredentials(GetClusterCredentialsRequest request) {
            return GetClusterCredentialsResponse.builder()
                    .dbUser(request.dbUser())
                    .dbPassword(address.password())
                    .build();
        }

        @Override
        public GetClusterCredentialsWithIamResponse getClusterCredentialsWithIAM(
                GetClusterCredentialsWithIamRequest request) {
            return GetClusterCredentialsWithIamResponse.builder()
                    .dbUser(address.user())
                    .dbPassword(address.password())
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    private record NoWorkgroups() implements RedshiftServerlessClient {
        @Override
        public GetWorkgroupResponse getWorkgroup(GetWorkgroupRequest request) {
            throw ResourceNotFoundException.builder()
                    .message("Workgroup not found")
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    /** Secrets that all hold the login of the state's owner. */
    private record Secret(DatabaseAccess address) implements SecretsManagerClient {
        @Override
        public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
            return GetSecretValueResponse.builder()
                    .secretString("{\"username\":\"" + address.user() + "\",\"password\":\"" + address.password()
                            + "\",\"dbClusterIdentifier\":\"" + CLUSTER + "\"}")
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
