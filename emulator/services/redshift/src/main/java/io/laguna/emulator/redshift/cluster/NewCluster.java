package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.group.SecurityGroups;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.redshift.model.AquaConfiguration;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterIamRole;
import software.amazon.awssdk.services.redshift.model.ClusterParameterGroupStatus;
import software.amazon.awssdk.services.redshift.model.CreateClusterRequest;
import software.amazon.awssdk.services.redshift.model.Endpoint;
import software.amazon.awssdk.services.redshift.model.PendingModifiedValues;
import software.amazon.awssdk.services.redshift.model.VpcSecurityGroupMembership;

/** The description of a cluster that a request asks for, with AWS's defaults. */
final class NewCluster {
    static final String DEFAULT_DATABASE = "dev";
    private static final String WINDOW = "sun:05:00-sun:05:30";
    private static final Pattern WINDOWS =
            Pattern.compile("(mon|tue|wed|thu|fri|sat|sun):\\d\\d:\\d\\d-(mon|tue|wed|thu|fri|sat|sun):\\d\\d:\\d\\d");
    private static final Pattern ROLE = Pattern.compile("arn:[a-z-]+:iam::\\d{12}:role/.+");
    private static final int MOST_ROLES = 50;
    private static final int LONGEST_AUTOMATED = 35;
    private static final int LONGEST_MANUAL = 3653;

    private NewCluster() {}

    /** Returns the description of a cluster that is being created. */
    static Cluster of(Caller caller, CreateClusterRequest request, String identifier, UUID namespace, Instant now) {
        refuse(request.hsmClientCertificateIdentifier(), "HsmClientCertificateIdentifier");
        refuse(request.hsmConfigurationIdentifier(), "HsmConfigurationIdentifier");
        refuse(request.elasticIp(), "ElasticIp");
        refuse(request.redshiftIdcApplicationArn(), "RedshiftIdcApplicationArn");
        refuse(request.loadSampleData(), "LoadSampleData");
        if (!request.clusterSecurityGroups().isEmpty()) {
            throw SecurityGroups.refusal();
        }
        Cluster.Builder cluster = Cluster.builder()
                .clusterIdentifier(identifier)
                .clusterStatus("creating")
                .clusterAvailabilityStatus("Modifying")
                .masterUsername(Constraints.user("MasterUsername", request.masterUsername()))
                .dbName(Optional.ofNullable(request.dbName())
                        .filter(name -> !name.isEmpty())
                        .map(name -> Constraints.database("DBName", name.toLowerCase(Locale.ROOT)))
                        .orElse(DEFAULT_DATABASE))
                .clusterCreateTime(now)
                .automatedSnapshotRetentionPeriod(automatedRetention(request.automatedSnapshotRetentionPeriod(), 1))
                .manualSnapshotRetentionPeriod(manualRetention(request.manualSnapshotRetentionPeriod(), -1))
                .vpcSecurityGroups(vpcSecurityGroups(request.vpcSecurityGroupIds()))
                .clusterParameterGroups(parameterGroup(Optional.ofNullable(request.clusterParameterGroupName())
                        .filter(name -> !name.isEmpty())
                        .orElse("default.redshift-1.0")))
                .clusterSubnetGroupName(
                        Optional.ofNullable(request.clusterSubnetGroupName()).orElse("default"))
                .vpcId(vpc(caller))
                .availabilityZone(
                        Optional.ofNullable(request.availabilityZone()).orElse(caller.region() + "a"))
                .preferredMaintenanceWindow(window(request.preferredMaintenanceWindow(), WINDOW))
                .pendingModifiedValues(PendingModifiedValues.builder().build())
                .clusterVersion(version(request.clusterVersion()))
                .clusterRevisionNumber("1")
                .allowVersionUpgrade(orElse(request.allowVersionUpgrade(), true))
                .publiclyAccessible(orElse(request.publiclyAccessible(), false))
                .encrypted(orElse(request.encrypted(), true))
                .kmsKeyId(request.kmsKeyId())
                .clusterPublicKey("ssh-rsa Laguna has no nodes to log in to")
                .enhancedVpcRouting(orElse(request.enhancedVpcRouting(), false))
                .iamRoles(roles(request.iamRoles()))
                .defaultIamRoleArn(request.defaultIamRoleArn())
                .maintenanceTrackName(
                        Optional.ofNullable(request.maintenanceTrackName()).orElse("current"))
                .snapshotScheduleIdentifier(request.snapshotScheduleIdentifier())
                .availabilityZoneRelocationStatus(
                        orElse(request.availabilityZoneRelocation(), false) ? "enabled" : "disabled")
                .clusterNamespaceArn(caller.arn("redshift", "namespace:" + namespace))
                .aquaConfiguration(AquaConfiguration.builder()
                        .aquaStatus("disabled")
                        .aquaConfigurationStatus("auto")
                        .build())
                .ipAddressType(Optional.ofNullable(request.ipAddressType()).orElse("ipv4"))
                .multiAZ(orElse(request.multiAZ(), false) ? "Enabled" : "Disabled");
        Constraints checks = new Constraints().text("NodeType", request.nodeType());
        checks.present("NodeType", request.nodeType()).check();
        return Nodes.of(request.nodeType(), request.clusterType(), request.numberOfNodes())
                .into(cluster)
                .build();
    }

    /** Refuses a member that would not be honoured. */
    static void refuse(String value, String member) {
        if (value != null && !value.isEmpty()) {
            throw Failures.notBuilt(member);
        }
    }

    static int automatedRetention(Integer days, int byDefault) {
        return retention(days, byDefault, 0, LONGEST_AUTOMATED, "automated");
    }

    static int manualRetention(Integer days, int byDefault) {
        return retention(days, byDefault, -1, LONGEST_MANUAL, "manual");
    }

    private static int retention(Integer days, int byDefault, int least, int most, String kind) {
        int given = Optional.ofNullable(days).orElse(byDefault);
        if (given < least || given > most || (given == 0 && least < 0)) {
            throw Failures.parameter("The retention period of " + kind + " snapshots must be between " + least + " and "
                    + most + " days.");
        }
        return given;
    }

    static String window(String given, String byDefault) {
        String window = Optional.ofNullable(given)
                .filter(text -> !text.isEmpty())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .orElse(byDefault);
        if (!WINDOWS.matcher(window).matches()) {
            throw Failures.parameter("Invalid maintenance window: " + given + ". It must be ddd:hh24:mi-ddd:hh24:mi.");
        }
        return window;
    }

    static String version(String given) {
        String version =
                Optional.ofNullable(given).filter(text -> !text.isEmpty()).orElse("1.0");
        if (!version.equals("1.0")) {
            throw Failures.parameter("Invalid cluster version: " + given + ". The version of clusters is 1.0.");
        }
        return version;
    }

    static List<VpcSecurityGroupMembership> vpcSecurityGroups(List<String> ids) {
        return ids.stream()
                .map(id -> VpcSecurityGroupMembership.builder()
                        .vpcSecurityGroupId(id)
                        .status("active")
                        .build())
                .toList();
    }

    static ClusterParameterGroupStatus parameterGroup(String name) {
        return ClusterParameterGroupStatus.builder()
                .parameterGroupName(name.toLowerCase(Locale.ROOT))
                .parameterApplyStatus("in-sync")
                .build();
    }

    static List<ClusterIamRole> roles(List<String> arns) {
        if (arns.size() > MOST_ROLES) {
            throw Failures.parameter("A cluster can have at most " + MOST_ROLES + " IAM roles.");
        }
        return arns.stream()
                .map(arn -> {
                    if (!ROLE.matcher(arn).matches()) {
                        throw Failures.parameter("Invalid IAM role ARN: " + arn);
                    }
                    return ClusterIamRole.builder()
                            .iamRoleArn(arn)
                            .applyStatus("in-sync")
                            .build();
                })
                .toList();
    }

    /** Returns the id of an account's network, which is one for each region. */
    static String vpc(Caller caller) {
        return String.format("vpc-%08x", (caller.accountId() + caller.region()).hashCode());
    }

    static Endpoint endpoint(String host, int port) {
        return Endpoint.builder().address(host).port(port).build();
    }

    private static boolean orElse(Boolean given, boolean byDefault) {
        return Optional.ofNullable(given).orElse(byDefault);
    }
}
