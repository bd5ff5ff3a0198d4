# import aws_cloudwatch_log_group.one /terraform/one
# import aws_cloudwatch_log_metric_filter.errors /terraform/one:errors
# import aws_cloudwatch_log_metric_filter.latency /terraform/one:latency
# import aws_cloudwatch_log_resource_policy.one terraform-events
# import aws_secretsmanager_secret_policy.one $aws_secretsmanager_secret.one.id
# import aws_secretsmanager_secret.one $aws_secretsmanager_secret.one.id
# import aws_ssm_parameter.one /terraform/one
# import aws_scheduler_schedule_group.one terraform-group
# import aws_scheduler_schedule.one terraform-group/terraform-schedule

resource "aws_cloudwatch_log_group" "one" {
  name              = "/terraform/one"
  retention_in_days = var.changed ? 30 : 14

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_cloudwatch_log_stream" "one" {
  name           = "stream"
  log_group_name = aws_cloudwatch_log_group.one.name
}

resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  log_group_name = aws_cloudwatch_log_group.one.name
  pattern        = var.changed ? "?ERROR ?FATAL" : "ERROR"

  metric_transformation {
    name          = "Errors"
    namespace     = "Terraform"
    value         = "1"
    default_value = "0"
  }
}

resource "aws_cloudwatch_log_metric_filter" "latency" {
  name           = "latency"
  log_group_name = aws_cloudwatch_log_group.one.name
  pattern        = "{ $.latency = * }"

  metric_transformation {
    name      = "Latency"
    namespace = "Terraform"
    value     = "$.latency"
    unit      = var.changed ? "Milliseconds" : "Seconds"

    dimensions = {
      Step = "$.step"
    }
  }
}

resource "aws_cloudwatch_log_resource_policy" "one" {
  policy_name = "terraform-events"

  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = var.changed ? ["logs:CreateLogStream", "logs:PutLogEvents"] : ["logs:PutLogEvents"]
      Resource  = "${aws_cloudwatch_log_group.one.arn}:*"
    }]
  })
}

resource "aws_secretsmanager_secret" "one" {
  name                    = "terraform/one"
  description             = var.changed ? "later" : "a secret"
  recovery_window_in_days = 0

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_secretsmanager_secret_version" "one" {
  secret_id     = aws_secretsmanager_secret.one.id
  secret_string = var.changed ? "later" : "first"
}

resource "aws_secretsmanager_secret_policy" "one" {
  secret_arn = aws_secretsmanager_secret.one.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::000000000000:root" }
      Action    = var.changed ? "secretsmanager:*" : "secretsmanager:GetSecretValue"
      Resource  = "*"
    }]
  })
}

resource "aws_ssm_parameter" "one" {
  name        = "/terraform/one"
  description = var.changed ? "later" : "a parameter"
  type        = "String"
  value       = var.changed ? "b" : "a"

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_ssm_parameter" "sealed" {
  name  = "/terraform/sealed"
  type  = "SecureString"
  value = var.changed ? "b" : "a"
}

resource "aws_scheduler_schedule_group" "one" {
  name = "terraform-group"

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_scheduler_schedule" "one" {
  name                         = "terraform-schedule"
  group_name                   = aws_scheduler_schedule_group.one.name
  description                  = var.changed ? "later" : "a schedule"
  schedule_expression          = var.changed ? "rate(2 hours)" : "cron(0 2 * * ? *)"
  schedule_expression_timezone = "America/Bogota"
  state                        = "DISABLED"

  flexible_time_window {
    mode                      = "FLEXIBLE"
    maximum_window_in_minutes = 15
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:glue:startJobRun"
    role_arn = aws_iam_role.one.arn
    input    = jsonencode({ JobName = aws_glue_job.one.name })

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 3
    }
  }
}
