# What projects read: each data source is of something that another file makes.
data "aws_partition" "here" {}

data "aws_s3_object" "one" {
  bucket = aws_s3_object.one.bucket
  key    = aws_s3_object.one.key
}

data "aws_s3_bucket_policy" "one" {
  bucket = aws_s3_bucket_policy.one.bucket
}

data "aws_iam_roles" "all" {
  depends_on = [aws_iam_role.exclusive]
}

data "aws_iam_session_context" "me" {
  arn = "arn:aws:sts::000000000000:assumed-role/${aws_iam_role.exclusive.name}/session"
}

data "aws_iam_user" "exclusive" {
  user_name = aws_iam_user.exclusive.name
}

data "aws_iam_group" "exclusive" {
  group_name = aws_iam_group.exclusive.name
}

data "aws_lambda_function" "one" {
  function_name = aws_lambda_function.one.function_name
}

data "aws_lambda_alias" "one" {
  function_name = aws_lambda_alias.one.function_name
  name          = aws_lambda_alias.one.name
}

data "aws_lambda_layer_version" "one" {
  layer_name = aws_lambda_layer_version.one.layer_name
}

data "aws_lambda_function_url" "one" {
  function_name = aws_lambda_function_url.one.function_name
}

data "aws_lambda_functions" "all" {
  depends_on = [aws_lambda_function.one]
}

data "aws_secretsmanager_secret" "one" {
  name = aws_secretsmanager_secret.one.name
}

data "aws_secretsmanager_secret_version" "one" {
  secret_id  = aws_secretsmanager_secret_version.one.secret_id
  version_id = aws_secretsmanager_secret_version.one.version_id
}

data "aws_secretsmanager_secrets" "all" {
  depends_on = [aws_secretsmanager_secret.one]

  filter {
    name   = "name"
    values = ["terraform/"]
  }
}

data "aws_ssm_parameter" "one" {
  name = aws_ssm_parameter.one.name
}

data "aws_ssm_parameters_by_path" "all" {
  path       = "/terraform"
  depends_on = [aws_ssm_parameter.one, aws_ssm_parameter.sealed]
}

data "aws_sqs_queue" "one" {
  name = aws_sqs_queue.source.name
}

data "aws_sns_topic" "one" {
  name = aws_sns_topic.one.name
}

data "aws_cloudwatch_event_bus" "one" {
  name = aws_cloudwatch_event_bus.one.name
}

data "aws_cloudwatch_log_group" "one" {
  name = aws_cloudwatch_log_group.one.name
}

data "aws_cloudwatch_log_groups" "all" {
  log_group_name_prefix = aws_cloudwatch_log_group.one.name
}

data "aws_glue_catalog_table" "csv" {
  name          = aws_glue_catalog_table.csv.name
  database_name = aws_glue_catalog_table.csv.database_name
}

data "aws_glue_connection" "one" {
  id = aws_glue_connection.one.id
}

data "aws_athena_named_query" "one" {
  name      = aws_athena_named_query.one.name
  workgroup = aws_athena_named_query.one.workgroup
}

data "aws_emr_release_labels" "all" {
  filters {
    prefix = "emr-7"
  }
}

data "aws_apigatewayv2_api" "http" {
  api_id = aws_apigatewayv2_api.http.id
}

data "aws_apigatewayv2_apis" "all" {
  protocol_type = "HTTP"
  depends_on    = [aws_apigatewayv2_api.http]
}

data "aws_api_gateway_rest_api" "rest" {
  name = aws_api_gateway_rest_api.rest.name
}

data "aws_api_gateway_resource" "pets" {
  rest_api_id = aws_api_gateway_resource.pets.rest_api_id
  path        = aws_api_gateway_resource.pets.path
}

data "aws_redshift_cluster" "one" {
  cluster_identifier = aws_redshift_cluster.one.cluster_identifier
}

data "aws_redshift_cluster_credentials" "one" {
  cluster_identifier = aws_redshift_cluster.one.cluster_identifier
  db_user            = aws_redshift_cluster.one.master_username
}

data "aws_redshift_subnet_group" "one" {
  name = aws_redshift_subnet_group.one.name
}

data "aws_redshiftserverless_namespace" "one" {
  namespace_name = aws_redshiftserverless_namespace.one.namespace_name
}

data "aws_redshiftserverless_workgroup" "one" {
  workgroup_name = aws_redshiftserverless_workgroup.one.workgroup_name
}
