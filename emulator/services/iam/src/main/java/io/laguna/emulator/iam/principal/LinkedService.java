package io.laguna.emulator.iam.principal;

import io.laguna.emulator.iam.rule.Failures;
import java.util.Arrays;

/**
 * A service of AWS that works by a role of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html">AWS
 *     services that work with IAM</a>, which links to the role of each
 */
enum LinkedService {
    EMR("elasticmapreduce", "EMRCleanup", "AmazonEMRCleanupPolicy"),
    EMR_SERVERLESS("ops.emr-serverless", "AmazonEMRServerless", "AmazonEMRServerlessServiceRolePolicy"),
    EMR_CONTAINERS("emr-containers", "AmazonEMRContainers", "AmazonEMRContainersServiceRolePolicy"),
    LAKE_FORMATION("lakeformation", "LakeFormationDataAccess", "LakeFormationDataAccessServiceRolePolicy"),
    REDSHIFT("redshift", "Redshift", "AmazonRedshiftServiceLinkedRolePolicy"),
    AUTO_SCALING("autoscaling", "AutoScaling", "AutoScalingServiceRolePolicy"),
    SPOT("spot", "EC2Spot", "AWSEC2SpotServiceRolePolicy"),
    SPOT_FLEET("spotfleet", "EC2SpotFleet", "AWSEC2SpotFleetServiceRolePolicy"),
    ECS("ecs", "ECS", "AmazonECSServiceRolePolicy"),
    EKS("eks", "AmazonEKS", "AmazonEKSServiceRolePolicy"),
    RDS("rds", "RDS", "AmazonRDSServiceRolePolicy"),
    DMS("dms", "DMSServerless", "AWSDMSServerlessServiceRolePolicy"),
    MWAA("airflow", "AmazonMWAA", "AmazonMWAAServiceRolePolicy"),
    MSK("kafka", "Kafka", "KafkaServiceRolePolicy"),
    OPEN_SEARCH("opensearchservice", "AmazonOpenSearchService", "AmazonOpenSearchServiceRolePolicy"),
    ELASTIC_LOAD_BALANCING("elasticloadbalancing", "ElasticLoadBalancing", "AWSElasticLoadBalancingServiceRolePolicy"),
    API_GATEWAY("ops.apigateway", "APIGateway", "APIGatewayServiceRolePolicy"),
    CLOUD_TRAIL("cloudtrail", "CloudTrail", "CloudTrailServiceRolePolicy"),
    CONFIG("config", "Config", "AWSConfigServiceRolePolicy"),
    EVENTS_CONNECTIONS(
            "apidestinations.events",
            "AmazonEventBridgeApiDestinations",
            "AmazonEventBridgeApiDestinationsServiceRolePolicy"),
    DYNAMO_DB_SCALING(
            "dynamodb.application-autoscaling",
            "ApplicationAutoScaling_DynamoDBTable",
            "AWSApplicationAutoscalingDynamoDBTablePolicy"),
    LAMBDA_SCALING(
            "lambda.application-autoscaling",
            "ApplicationAutoScaling_LambdaConcurrency",
            "AWSApplicationAutoscalingLambdaConcurrencyPolicy"),
    EMR_SCALING(
            "elasticmapreduce.application-autoscaling",
            "ApplicationAutoScaling_EMRInstanceGroup",
            "AWSApplicationAutoscalingEMRInstanceGroupPolicy");

    private static final String DOMAIN = ".amazonaws.com";

    private final String host;
    private final String roleName;
    private final String policy;

    LinkedService(String host, String roleName, String policy) {
        this.host = host;
        this.roleName = roleName;
        this.policy = policy;
    }

    static LinkedService of(String principal) {
        return Arrays.stream(values())
                .filter(service -> service.principal().equals(principal))
                .findFirst()
                .orElseThrow(() -> Failures.input("Service role not found for " + principal + ": Laguna knows "
                        + Arrays.stream(values()).map(LinkedService::principal).toList()));
    }

    /** Returns the service as a principal: {@code elasticmapreduce.amazonaws.com}. */
    String principal() {
        return host + DOMAIN;
    }

    String roleName() {
        return "AWSServiceRoleFor" + roleName;
    }

    /** Returns the ARN of the policy that AWS gives the role. */
    String policyArn() {
        return "arn:aws:iam::aws:policy/aws-service-role/" + policy;
    }
}
