package io.laguna.emulator.cli;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The file that points Terraform's AWS provider at the lake, beside a configuration that stays as it is: Terraform merges
 * {@code *_override.tf} into the blocks that are there.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/files/override">Override files</a>
 * @see <a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/custom-service-endpoints">The
 *     provider's names of services</a>
 */
final class TerraformOverride {
    /** The services of Laguna, and those that data lakes have besides: no call of theirs is to leave for AWS. */
    private static final List<String> SERVICES = List.of(
            "apigateway",
            "apigatewayv2",
            "athena",
            "cloudformation",
            "cloudtrail",
            "cloudwatch",
            "cloudwatchlogs",
            "dynamodb",
            "ec2",
            "ecr",
            "ecs",
            "emr",
            "emrserverless",
            "eventbridge",
            "firehose",
            "glue",
            "iam",
            "kinesis",
            "kms",
            "lakeformation",
            "lambda",
            "quicksight",
            "rds",
            "redshift",
            "redshiftdata",
            "redshiftserverless",
            "s3",
            "s3control",
            "scheduler",
            "secretsmanager",
            "sfn",
            "sns",
            "sqs",
            "ssm",
            "sts");

    private TerraformOverride() {}

    /** Returns the file, made of the variables by which other clients find the lake. */
    static String of(Map<String, String> variables) {
        String endpoint = variables.get("AWS_ENDPOINT_URL");
        StringJoiner file = new StringJoiner("\n");
        file.add("provider \"aws\" {")
                .add("  region                      = \"" + variables.get("AWS_REGION") + "\"")
                .add("  access_key                  = \"" + variables.get("AWS_ACCESS_KEY_ID") + "\"")
                .add("  secret_key                  = \"" + variables.get("AWS_SECRET_ACCESS_KEY") + "\"")
                .add("  s3_use_path_style           = true")
                .add("  skip_credentials_validation = true")
                .add("  skip_metadata_api_check     = true")
                .add("  skip_region_validation      = true")
                .add("")
                .add("  endpoints {");
        int width = SERVICES.stream().mapToInt(String::length).max().orElseThrow();
        SERVICES.forEach(service -> file.add(("    %-" + width + "s = \"%s\"").formatted(service, endpoint)));
        return file.add("  }").add("}").toString();
    }
}
