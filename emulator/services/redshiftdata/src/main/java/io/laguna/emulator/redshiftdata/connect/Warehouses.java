package io.laguna.emulator.redshiftdata.connect;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshiftdata.request.Failures;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterNotFoundException;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.redshiftserverless.model.ResourceNotFoundException;
import software.amazon.awssdk.services.redshiftserverless.model.Workgroup;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The services of AWS by which the Data API finds clusters, workgroups and secrets.
 *
 * @param authority the certificate by which the endpoints are known; without one they are reached without proof
 */
public record Warehouses(
        Function<Caller, RedshiftClient> clusters,
        Function<Caller, RedshiftServerlessClient> workgroups,
        Function<Caller, SecretsManagerClient> secrets,
        Optional<Path> authority) {
    private static final String AVAILABLE = "available";

    /**
     * Returns where a target takes connections.
     *
     * @throws software.amazon.awssdk.services.redshiftdata.model.ValidationException when it is not there, or does not
     *     run
     */
    public Endpoint endpoint(Caller caller, Target target) {
        return target.cluster()
                .map(name -> cluster(caller, name))
                .orElseGet(() -> endpoint(workgroup(caller, target.workgroup().orElseThrow())));
    }

    private Endpoint cluster(Caller caller, String name) {
        try {
            Cluster cluster = clusters.apply(caller)
                    .describeClusters(describe -> describe.clusterIdentifier(name))
                    .clusters()
                    .get(0);
            if (!AVAILABLE.equals(cluster.clusterStatus())) {
                throw Failures.validation("Redshift cluster " + name + " is " + cluster.clusterStatus() + ".");
            }
            return new Endpoint(
                    cluster.endpoint().address(), cluster.endpoint().port(), caller.arn("redshift", "cluster:" + name));
        } catch (ClusterNotFoundException e) {
            throw Failures.noEndpoint();
        }
    }

    private Workgroup workgroup(Caller caller, String name) {
        RedshiftServerlessClient client = workgroups.apply(caller);
        if (name.startsWith("arn:")) {
            return client.listWorkgroupsPaginator(list -> {}).workgroups().stream()
                    .filter(workgroup -> name.equals(workgroup.workgroupArn()))
                    .findFirst()
                    .orElseThrow(Failures::noEndpoint);
        }
        try {
            return client.getWorkgroup(get -> get.workgroupName(name)).workgroup();
        } catch (ResourceNotFoundException e) {
            throw Failures.noEndpoint();
        }
    }

    private static Endpoint endpoint(Workgroup workgroup) {
        if (workgroup.endpoint() == null || !AVAILABLE.equalsIgnoreCase(workgroup.statusAsString())) {
            throw Failures.validation(
                    "Redshift workgroup " + workgroup.workgroupName() + " is " + workgroup.statusAsString() + ".");
        }
        return new Endpoint(workgroup.endpoint().address(), workgroup.endpoint().port(), workgroup.workgroupArn());
    }

    /** Returns the login of a target's user. */
    Login login(Caller caller, Target target) {
        if (target.secret().isPresent()) {
            return Secrets.login(secrets.apply(caller), target);
        }
        if (target.workgroup().isPresent()) {
            String name = workgroup(caller, target.workgroup().get()).workgroupName();
            var given = workgroups.apply(caller).getCredentials(get -> get.workgroupName(name)
                    .dbName(target.database()));
            return new Login(given.dbUser(), given.dbPassword());
        }
        String cluster = target.cluster().orElseThrow();
        if (target.dbUser().isPresent()) {
            var given = clusters.apply(caller).getClusterCredentials(get -> get.clusterIdentifier(cluster)
                    .dbUser(target.dbUser().get())
                    .dbName(target.database()));
            return new Login(given.dbUser(), given.dbPassword());
        }
        var given = clusters.apply(caller).getClusterCredentialsWithIAM(get -> get.clusterIdentifier(cluster)
                .dbName(target.database()));
        return new Login(given.dbUser(), given.dbPassword());
    }
}
