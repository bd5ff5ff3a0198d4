package io.laguna.pipelines.sales;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.pipelines.follow.Questions;
import io.laguna.pipelines.profile.WorkflowProfile;
import io.laguna.pipelines.run.EventClients;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.ConnectionInput;
import software.amazon.awssdk.services.glue.model.ConnectionType;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterNotFoundException;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.Field;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;

/** The cluster of Redshift, its login in a secret, and the connection by which Glue's jobs reach it. */
record SalesWarehouse(EventClients clients, WorkflowProfile profile, Questions questions) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATABASE = "dev";
    private static final String USER = "sales";
    private static final int PASSWORD_BYTES = 12;

    /** Asks for the cluster, which gets ready meanwhile. */
    void ask() {
        String password = password();
        Optional<Cluster> there = cluster();
        if (there.isEmpty()) {
            clients.redshift().createCluster(create -> create.clusterIdentifier(Names.PIPELINE)
                    .nodeType(profile.warehouse().nodeType())
                    .clusterType("single-node")
                    .dbName(DATABASE)
                    .masterUsername(USER)
                    .masterUserPassword(password)
                    .iamRoles(profile.roles().redshift()));
        } else if (there.get().clusterStatus().equals("paused")) {
            clients.redshift().resumeCluster(resume -> resume.clusterIdentifier(Names.PIPELINE));
        }
    }

    /** Waits for the cluster, connects Glue with it and makes the tables. */
    void connect() {
        Cluster cluster = questions
                .until("The cluster", questions.patience().deadline(), this::cluster, found -> found.filter(
                                each -> each.clusterStatus().equals("available"))
                        .isPresent())
                .orElseThrow();
        ConnectionInput input = connection(cluster);
        try {
            clients.glue().createConnection(create -> create.connectionInput(input));
        } catch (AlreadyExistsException e) {
            clients.glue()
                    .updateConnection(update -> update.name(Names.PIPELINE).connectionInput(input));
        }
        run("CREATE SCHEMA IF NOT EXISTS sales_schema");
        run("CREATE TABLE IF NOT EXISTS " + Names.WAREHOUSE_TABLE
                + " (id INT, product VARCHAR(256), quantity INT, price FLOAT, date DATE, total_value FLOAT)");
        run("CREATE EXTERNAL SCHEMA IF NOT EXISTS sales_lake FROM DATA CATALOG DATABASE '" + Names.DATABASE
                + "' IAM_ROLE '" + profile.roles().redshift() + "'");
    }

    private ConnectionInput connection(Cluster cluster) {
        ConnectionInput.Builder input = ConnectionInput.builder()
                .name(Names.PIPELINE)
                .connectionType(ConnectionType.JDBC)
                .connectionPropertiesWithStrings(Map.of(
                        "JDBC_CONNECTION_URL",
                        "jdbc:redshift://" + cluster.endpoint().address() + ":"
                                + cluster.endpoint().port() + "/" + DATABASE,
                        "SECRET_ID",
                        Names.SECRET));
        profile.network()
                .ifPresent(network -> input.physicalConnectionRequirements(requirements -> requirements
                        .subnetId(network.subnet())
                        .availabilityZone(network.availabilityZone())
                        .securityGroupIdList(network.securityGroups())));
        return input.build();
    }

    /** Runs a statement to its end. */
    void run(String sql) {
        executed(sql);
    }

    /** Runs a query and returns its rows as texts. */
    List<List<String>> rows(String sql) {
        String id = executed(sql);
        return clients.data().getStatementResult(get -> get.id(id)).records().stream()
                .map(row -> row.stream().map(SalesWarehouse::text).toList())
                .toList();
    }

    private static String text(Field field) {
        return switch (field.type()) {
            case STRING_VALUE -> field.stringValue();
            case LONG_VALUE -> field.longValue().toString();
            case DOUBLE_VALUE -> field.doubleValue().toString();
            case BOOLEAN_VALUE -> field.booleanValue().toString();
            case IS_NULL -> "";
            case BLOB_VALUE, UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException(
                    "No query asks for such a value");
        };
    }

    private String executed(String sql) {
        String id = clients.data()
                .executeStatement(execute -> execute.clusterIdentifier(Names.PIPELINE)
                        .database(DATABASE)
                        .secretArn(Names.SECRET)
                        .sql(sql))
                .id();
        DescribeStatementResponse end = questions.until(
                "The statement",
                questions.patience().deadline(),
                () -> clients.data().describeStatement(describe -> describe.id(id)),
                found -> switch (found.status()) {
                    case FINISHED, FAILED, ABORTED -> true;
                    case SUBMITTED, PICKED, STARTED, ALL, UNKNOWN_TO_SDK_VERSION -> false;
                });
        if (end.status() != StatusString.FINISHED) {
            throw new SalesFailedException("Redshift has refused \"" + sql + "\": " + end.error());
        }
        return id;
    }

    /** Leaves the cluster as the profile says. */
    void leave() {
        if (profile.warehouse().after() == WorkflowProfile.After.PAUSE) {
            clients.redshift().pauseCluster(pause -> pause.clusterIdentifier(Names.PIPELINE));
        }
    }

    private Optional<Cluster> cluster() {
        try {
            return clients
                    .redshift()
                    .describeClusters(describe -> describe.clusterIdentifier(Names.PIPELINE))
                    .clusters()
                    .stream()
                    .findFirst();
        } catch (ClusterNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Returns the password, which is made with the secret. */
    private String password() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String made = "Aa1" + HexFormat.of().formatHex(random);
        Map<String, String> login = new LinkedHashMap<>();
        login.put("engine", "redshift");
        login.put("dbClusterIdentifier", Names.PIPELINE);
        login.put("username", USER);
        login.put("password", made);
        try {
            clients.secrets().createSecret(create -> create.name(Names.SECRET)
                    .secretString(JSON.valueToTree(login).toString()));
            return made;
        } catch (ResourceExistsException e) {
            return known();
        }
    }

    private String known() {
        String secret = clients.secrets()
                .getSecretValue(get -> get.secretId(Names.SECRET))
                .secretString();
        try {
            return JSON.readTree(secret).path("password").asText();
        } catch (JsonProcessingException e) {
            throw new SalesFailedException("The secret " + Names.SECRET + " is no JSON with a password");
        }
    }
}
