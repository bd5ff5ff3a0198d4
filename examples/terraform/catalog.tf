resource "aws_glue_catalog_database" "zone" {
  for_each = local.zones

  name         = "${replace(var.project, "-", "_")}_${each.key}"
  description  = "Tables of the ${each.key} zone"
  location_uri = "s3://${aws_s3_bucket.zone[each.key].id}/tables/"
}

resource "aws_glue_catalog_table" "landing" {
  name          = "landing"
  database_name = aws_glue_catalog_database.zone["raw"].name
  table_type    = "EXTERNAL_TABLE"

  parameters = {
    EXTERNAL                 = "TRUE"
    classification           = "csv"
    "skip.header.line.count" = "1"
  }

  storage_descriptor {
    location      = "s3://${aws_s3_bucket.zone["raw"].id}/landing/"
    input_format  = "org.apache.hadoop.mapred.TextInputFormat"
    output_format = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"

    ser_de_info {
      serialization_library = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe"

      parameters = {
        "field.delim" = ","
      }
    }

    columns {
      name = "day"
      type = "string"
    }

    columns {
      name = "shop"
      type = "string"
    }

    columns {
      name = "amount"
      type = "double"
    }
  }
}

resource "aws_glue_catalog_table" "sales" {
  name          = "sales"
  database_name = aws_glue_catalog_database.zone["trusted"].name
  table_type    = "EXTERNAL_TABLE"

  open_table_format_input {
    iceberg_input {
      metadata_operation = "CREATE"
      version            = 2
    }
  }

  storage_descriptor {
    location = "s3://${aws_s3_bucket.zone["trusted"].id}/iceberg/sales"

    columns {
      name = "day"
      type = "date"
    }

    columns {
      name = "shop"
      type = "string"
    }

    columns {
      name = "amount"
      type = "double"
    }
  }
}

resource "aws_glue_job" "clean" {
  name              = "${var.project}-clean"
  description       = "Raw sales to the trusted zone"
  role_arn          = aws_iam_role.glue.arn
  glue_version      = "5.0"
  worker_type       = "G.1X"
  number_of_workers = 2
  timeout           = 30
  max_retries       = 0

  command {
    name            = "glueetl"
    python_version  = "3"
    script_location = "s3://${aws_s3_object.job.bucket}/${aws_s3_object.job.key}"
  }

  default_arguments = {
    "--job-language" = "python"
    "--source"       = "s3://${aws_s3_bucket.zone["raw"].id}/landing/"
    "--target"       = "s3://${aws_s3_bucket.zone["trusted"].id}/sales/"
  }

  execution_property {
    max_concurrent_runs = 1
  }
}

resource "aws_glue_crawler" "trusted" {
  name          = "${var.project}-trusted"
  role          = aws_iam_role.glue.arn
  database_name = aws_glue_catalog_database.zone["trusted"].name
  schedule      = "cron(0 3 * * ? *)"

  s3_target {
    path = "s3://${aws_s3_bucket.zone["trusted"].id}/sales/"
  }

  schema_change_policy {
    update_behavior = "UPDATE_IN_DATABASE"
    delete_behavior = "LOG"
  }
}

resource "aws_glue_workflow" "daily" {
  name        = "${var.project}-daily"
  description = "Clean, then crawl"
}

resource "aws_glue_trigger" "start" {
  name          = "${var.project}-start"
  type          = "ON_DEMAND"
  workflow_name = aws_glue_workflow.daily.name

  actions {
    job_name = aws_glue_job.clean.name
  }
}

resource "aws_glue_trigger" "crawl" {
  name          = "${var.project}-crawl"
  type          = "CONDITIONAL"
  workflow_name = aws_glue_workflow.daily.name

  predicate {
    conditions {
      job_name = aws_glue_job.clean.name
      state    = "SUCCEEDED"
    }
  }

  actions {
    crawler_name = aws_glue_crawler.trusted.name
  }
}

resource "aws_secretsmanager_secret" "source" {
  name                    = "${var.project}/source"
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret_version" "source" {
  secret_id     = aws_secretsmanager_secret.source.id
  secret_string = jsonencode({ username = "covid_reader", password = "covid_reader" })
}

resource "aws_glue_connection" "source" {
  name = "${var.project}-source"

  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:mysql://source.example:3306/sales"
    SECRET_ID           = aws_secretsmanager_secret.source.name
  }
}
