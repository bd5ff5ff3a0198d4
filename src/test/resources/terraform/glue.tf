# import aws_glue_catalog_database.one 000000000000:terraform_one
# import aws_glue_catalog_table.csv 000000000000:terraform_one:csv
# import aws_glue_catalog_table.days 000000000000:terraform_one:days
# import aws_glue_partition.one 000000000000:terraform_one:days:2026-01-01
# import aws_glue_user_defined_function.one 000000000000:terraform_one:twice
# import aws_glue_job.one terraform-job
# import aws_glue_job.shell terraform-shell
# import aws_glue_crawler.one terraform-crawler
# import aws_glue_classifier.csv terraform-csv
# import aws_glue_classifier.grok terraform-grok
# import aws_glue_workflow.one terraform-workflow
# import aws_glue_trigger.start terraform-start
# import aws_glue_trigger.next terraform-next
# import aws_glue_trigger.daily terraform-daily
# import aws_glue_connection.one 000000000000:terraform-jdbc
# import aws_glue_data_catalog_encryption_settings.one 000000000000
# import aws_glue_security_configuration.one terraform-security
# import aws_glue_resource_policy.one 000000000000

resource "aws_glue_catalog_database" "one" {
  name         = "terraform_one"
  description  = var.changed ? "later" : "a database"
  location_uri = "s3://terraform-glue/one/"

  parameters = {
    stage = var.changed ? "b" : "a"
  }

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_glue_catalog_table" "csv" {
  name          = "csv"
  database_name = aws_glue_catalog_database.one.name
  table_type    = "EXTERNAL_TABLE"
  description   = "of CSV"

  parameters = {
    EXTERNAL                 = "TRUE"
    classification           = "csv"
    "skip.header.line.count" = "1"
    stage                    = var.changed ? "b" : "a"
  }

  storage_descriptor {
    location      = "s3://terraform-glue/csv/"
    input_format  = "org.apache.hadoop.mapred.TextInputFormat"
    output_format = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"

    ser_de_info {
      name                  = "csv"
      serialization_library = "org.apache.hadoop.hive.serde2.OpenCSVSerde"

      parameters = {
        separatorChar = ";"
      }
    }

    columns {
      name    = "a"
      type    = "string"
      comment = var.changed ? "later" : "first"
    }

    dynamic "columns" {
      for_each = var.changed ? ["more"] : []

      content {
        name = columns.value
        type = "bigint"
      }
    }
  }
}

resource "aws_glue_catalog_table" "days" {
  name          = "days"
  database_name = aws_glue_catalog_database.one.name
  table_type    = "EXTERNAL_TABLE"

  partition_keys {
    name = "day"
    type = "string"
  }

  storage_descriptor {
    location      = "s3://terraform-glue/days/"
    input_format  = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat"
    output_format = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat"

    ser_de_info {
      serialization_library = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"

      parameters = {
        "serialization.format" = 1
      }
    }

    columns {
      name = "a"
      type = "struct<x:int,y:array<string>>"
    }

    sort_columns {
      column     = "a"
      sort_order = 1
    }
  }

  parameters = {
    "projection.enabled" = "false"
    stage                = var.changed ? "b" : "a"
  }
}

resource "aws_glue_partition" "one" {
  database_name    = aws_glue_catalog_database.one.name
  table_name       = aws_glue_catalog_table.days.name
  partition_values = ["2026-01-01"]

  storage_descriptor {
    location = "s3://terraform-glue/days/day=2026-01-01/"
  }

  parameters = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_glue_partition_index" "one" {
  database_name = aws_glue_catalog_database.one.name
  table_name    = aws_glue_catalog_table.days.name

  partition_index {
    index_name = "by_day"
    keys       = ["day"]
  }
}

resource "aws_glue_catalog_table" "iceberg" {
  name          = "iceberg"
  database_name = aws_glue_catalog_database.one.name
  table_type    = "EXTERNAL_TABLE"

  open_table_format_input {
    iceberg_input {
      metadata_operation = "CREATE"
      version            = 2
    }
  }

  storage_descriptor {
    location = "s3://terraform-glue/iceberg/"

    columns {
      name = "a"
      type = "int"
    }
  }

  depends_on = [aws_s3_bucket.glue]
}

resource "aws_s3_bucket" "glue" {
  bucket        = "terraform-glue"
  force_destroy = true
}

resource "aws_glue_user_defined_function" "one" {
  name          = "twice"
  catalog_id    = aws_glue_catalog_database.one.catalog_id
  database_name = aws_glue_catalog_database.one.name
  class_name    = var.changed ? "org.example.Later" : "org.example.Twice"
  owner_name    = "me"
  owner_type    = "USER"

  resource_uris {
    resource_type = "JAR"
    uri           = "s3://terraform-glue/twice.jar"
  }
}

resource "aws_glue_security_configuration" "one" {
  name = "terraform-security"

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
      kms_key_arn                = "arn:aws:kms:us-east-1:000000000000:key/terraform"
    }

    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "DISABLED"
    }

    s3_encryption {
      s3_encryption_mode = "SSE-S3"
    }
  }
}

resource "aws_glue_job" "one" {
  name              = "terraform-job"
  description       = var.changed ? "later" : "a job"
  role_arn          = aws_iam_role.one.arn
  glue_version      = "4.0"
  worker_type       = "G.1X"
  number_of_workers = var.changed ? 4 : 2
  timeout           = 60
  max_retries       = 1
  connections       = [aws_glue_connection.one.name]

  security_configuration = aws_glue_security_configuration.one.name

  command {
    script_location = "s3://terraform-glue/job.py"
    python_version  = "3"
  }

  default_arguments = {
    "--job-bookmark-option" = "job-bookmark-enable"
    "--stage"               = var.changed ? "b" : "a"
  }

  execution_property {
    max_concurrent_runs = 2
  }

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_glue_job" "shell" {
  name         = "terraform-shell"
  role_arn     = aws_iam_role.one.arn
  max_capacity = var.changed ? 1.0 : 0.0625

  command {
    name            = "pythonshell"
    script_location = "s3://terraform-glue/shell.py"
    python_version  = "3.9"
  }
}

resource "aws_glue_crawler" "one" {
  name          = "terraform-crawler"
  description   = var.changed ? "later" : "a crawler"
  role          = aws_iam_role.one.arn
  database_name = aws_glue_catalog_database.one.name
  schedule      = var.changed ? "cron(0 4 * * ? *)" : "cron(0 3 * * ? *)"
  table_prefix  = "found_"
  classifiers   = [aws_glue_classifier.csv.name]

  security_configuration = aws_glue_security_configuration.one.name

  s3_target {
    path       = "s3://terraform-glue/crawled/"
    exclusions = ["**.tmp"]
  }

  configuration = jsonencode({
    Version  = 1
    Grouping = { TableGroupingPolicy = "CombineCompatibleSchemas" }
  })

  recrawl_policy {
    recrawl_behavior = "CRAWL_EVERYTHING"
  }

  schema_change_policy {
    delete_behavior = "LOG"
    update_behavior = "UPDATE_IN_DATABASE"
  }

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_glue_classifier" "csv" {
  name = "terraform-csv"

  csv_classifier {
    allow_single_column    = false
    contains_header        = "PRESENT"
    delimiter              = var.changed ? ";" : ","
    disable_value_trimming = false
    header                 = ["a", "b"]
    quote_symbol           = "'"
  }
}

resource "aws_glue_classifier" "grok" {
  name = "terraform-grok"

  grok_classifier {
    classification = "log"
    grok_pattern   = var.changed ? "%%{WORD:a}" : "%%{WORD:a} %%{WORD:b}"
  }
}

resource "aws_glue_workflow" "one" {
  name        = "terraform-workflow"
  description = var.changed ? "later" : "a workflow"

  default_run_properties = {
    stage = var.changed ? "b" : "a"
  }

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_glue_trigger" "start" {
  name          = "terraform-start"
  type          = "ON_DEMAND"
  workflow_name = aws_glue_workflow.one.name
  description   = var.changed ? "later" : "starts"

  actions {
    job_name = aws_glue_job.one.name

    arguments = {
      "--day" = "today"
    }
  }
}

resource "aws_glue_trigger" "next" {
  name          = "terraform-next"
  type          = "CONDITIONAL"
  workflow_name = aws_glue_workflow.one.name

  predicate {
    logical = "AND"

    conditions {
      job_name = aws_glue_job.one.name
      state    = var.changed ? "STOPPED" : "SUCCEEDED"
    }
  }

  actions {
    crawler_name = aws_glue_crawler.one.name
  }
}

resource "aws_glue_trigger" "daily" {
  name     = "terraform-daily"
  type     = "SCHEDULED"
  schedule = var.changed ? "cron(0 6 * * ? *)" : "cron(0 5 * * ? *)"

  actions {
    job_name = aws_glue_job.shell.name
  }

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_glue_connection" "one" {
  name        = "terraform-jdbc"
  description = var.changed ? "later" : "a database"

  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:postgresql://db.example:5432/sales"
    USERNAME            = "reader"
    PASSWORD            = "secret"
  }

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_glue_connection" "network" {
  name            = "terraform-network"
  connection_type = "NETWORK"

  physical_connection_requirements {
    availability_zone      = "us-east-1a"
    security_group_id_list = ["sg-0a1b2c3d4e5f60718"]
    subnet_id              = "subnet-0a1b2c3d4e5f60718"
  }
}

resource "aws_glue_data_catalog_encryption_settings" "one" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = false
    }

    encryption_at_rest {
      catalog_encryption_mode = "DISABLED"
    }
  }
}

resource "aws_glue_resource_policy" "one" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::000000000000:root" }
      Action    = var.changed ? "glue:*" : "glue:GetTable"
      Resource  = "arn:aws:glue:us-east-1:000000000000:*"
    }]
  })
}

resource "aws_glue_catalog_database" "link" {
  name = "terraform_link"

  target_database {
    catalog_id    = "000000000000"
    database_name = aws_glue_catalog_database.one.name
  }
}
