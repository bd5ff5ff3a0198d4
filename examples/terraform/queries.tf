resource "aws_athena_workgroup" "analysts" {
  name          = "${var.project}-analysts"
  force_destroy = true

  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = false
    bytes_scanned_cutoff_per_query     = 10737418240

    result_configuration {
      output_location = "s3://${aws_s3_bucket.zone["refined"].id}/results/"
    }
  }

  tags = {
    environment = var.environment
  }
}

resource "aws_athena_named_query" "by_shop" {
  name      = "sales-by-shop"
  workgroup = aws_athena_workgroup.analysts.id
  database  = aws_glue_catalog_database.zone["raw"].name
  query     = "SELECT shop, sum(amount) AS amount FROM ${aws_glue_catalog_table.landing.name} GROUP BY shop ORDER BY shop"
}
