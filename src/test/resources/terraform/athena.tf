# import aws_athena_workgroup.one terraform-workgroup
# import aws_athena_prepared_statement.one terraform-workgroup/one
# import aws_athena_data_catalog.one terraform-catalog
# import aws_athena_capacity_reservation.one terraform-capacity

resource "aws_athena_workgroup" "one" {
  name          = "terraform-workgroup"
  description   = var.changed ? "later" : "a workgroup"
  force_destroy = true
  state         = "ENABLED"

  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = false
    bytes_scanned_cutoff_per_query     = var.changed ? 20971520 : 10485760

    engine_version {
      selected_engine_version = "Athena engine version 3"
    }

    result_configuration {
      output_location = "s3://terraform-glue/results/"

      encryption_configuration {
        encryption_option = "SSE_S3"
      }
    }
  }

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_athena_named_query" "one" {
  name        = "terraform-query"
  description = "counts"
  workgroup   = aws_athena_workgroup.one.id
  database    = aws_glue_catalog_database.one.name
  query       = var.changed ? "SELECT 2" : "SELECT 1"
}

resource "aws_athena_prepared_statement" "one" {
  name            = "one"
  workgroup       = aws_athena_workgroup.one.name
  query_statement = var.changed ? "SELECT ? + 1" : "SELECT ?"
}

resource "aws_athena_data_catalog" "one" {
  name        = "terraform-catalog"
  description = var.changed ? "later" : "another catalog"
  type        = "GLUE"

  parameters = {
    "catalog-id" = "123456789012"
  }

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_athena_capacity_reservation" "one" {
  name        = "terraform-capacity"
  target_dpus = var.changed ? 32 : 24
}

resource "aws_athena_database" "one" {
  name          = "terraform_athena"
  bucket        = aws_s3_bucket.one.id
  force_destroy = var.changed
}
