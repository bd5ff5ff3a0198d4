resource "aws_emr_cluster" "batch" {
  count = var.with_cluster ? 1 : 0

  name          = "${var.project}-batch"
  release_label = "emr-7.10.0"
  applications  = ["Spark"]
  service_role  = aws_iam_role.emr.arn
  log_uri       = "s3://${aws_s3_bucket.zone["raw"].id}/logs/"

  keep_job_flow_alive_when_no_steps = true
  termination_protection            = false

  ec2_attributes {
    instance_profile = aws_iam_instance_profile.instances.arn
  }

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  core_instance_group {
    instance_type  = "m5.xlarge"
    instance_count = 1
  }

  step {
    name              = "greet"
    action_on_failure = "CONTINUE"

    hadoop_jar_step {
      jar  = "command-runner.jar"
      args = ["bash", "-c", "echo made by Terraform"]
    }
  }

  tags = {
    environment = var.environment
  }
}

resource "aws_emrserverless_application" "batch" {
  name          = "${var.project}-serverless"
  release_label = "emr-7.10.0"
  type          = "spark"

  maximum_capacity {
    cpu    = "8 vCPU"
    memory = "32 GB"
  }

  auto_stop_configuration {
    idle_timeout_minutes = 15
  }
}

resource "aws_scheduler_schedule" "daily" {
  name                = "${var.project}-daily"
  schedule_expression = "cron(0 2 * * ? *)"
  state               = "ENABLED"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:glue:startJobRun"
    role_arn = aws_iam_role.scheduler.arn

    input = jsonencode({
      JobName = aws_glue_job.clean.name
    })
  }
}

resource "aws_cloudwatch_log_group" "pipeline" {
  name              = "/${var.project}/pipeline"
  retention_in_days = 14
}

resource "aws_ssm_parameter" "bucket" {
  name  = "/${var.project}/refined-bucket"
  type  = "String"
  value = aws_s3_bucket.zone["refined"].id
}
