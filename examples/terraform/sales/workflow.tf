resource "aws_glue_catalog_database" "sales" {
  name = replace(var.project, "-", "_")
}

resource "aws_glue_crawler" "crawler" {
  for_each = {
    raw       = "s3://${aws_s3_bucket.bucket["raw"].id}/sales/sales_data/"
    processed = "s3://${aws_s3_bucket.bucket["processed"].id}/sales/processed_sales/"
  }

  name          = "${var.project}-${each.key}"
  role          = aws_iam_role.pipeline.arn
  database_name = aws_glue_catalog_database.sales.name

  s3_target {
    path = each.value
  }
}

resource "aws_glue_job" "clean" {
  name              = "${var.project}-clean"
  role_arn          = aws_iam_role.pipeline.arn
  glue_version      = "5.0"
  worker_type       = "G.1X"
  number_of_workers = 2

  command {
    script_location = "s3://${aws_s3_object.script["clean_sales.py"].bucket}/${aws_s3_object.script["clean_sales.py"].key}"
    python_version  = "3"
  }

  default_arguments = {
    "--database"            = aws_glue_catalog_database.sales.name
    "--table"               = "sales_data"
    "--target"              = "s3://${aws_s3_bucket.bucket["processed"].id}/sales/processed_sales/"
    "--job-bookmark-option" = "job-bookmark-enable"
  }
}

resource "aws_glue_job" "load" {
  name              = "${var.project}-load"
  role_arn          = aws_iam_role.pipeline.arn
  glue_version      = "5.0"
  worker_type       = "G.1X"
  number_of_workers = 2
  connections       = [aws_glue_connection.warehouse.name]

  command {
    script_location = "s3://${aws_s3_object.script["load_sales.py"].bucket}/${aws_s3_object.script["load_sales.py"].key}"
    python_version  = "3"
  }

  default_arguments = {
    "--database"            = aws_glue_catalog_database.sales.name
    "--table"               = "processed_sales"
    "--connection"          = aws_glue_connection.warehouse.name
    "--target"              = "public.processed_sales"
    "--role"                = aws_iam_role.pipeline.arn
    "--TempDir"             = "s3://${aws_s3_bucket.bucket["code"].id}/temporary/"
    "--job-bookmark-option" = "job-bookmark-enable"
  }
}

resource "aws_glue_workflow" "sales" {
  name = var.project
}

resource "aws_glue_trigger" "arrived" {
  name          = "${var.project}-arrived"
  type          = "EVENT"
  workflow_name = aws_glue_workflow.sales.name

  actions {
    crawler_name = aws_glue_crawler.crawler["raw"].name
  }
}

resource "aws_glue_trigger" "crawled" {
  name          = "${var.project}-crawled"
  type          = "CONDITIONAL"
  workflow_name = aws_glue_workflow.sales.name

  predicate {
    conditions {
      crawler_name = aws_glue_crawler.crawler["raw"].name
      crawl_state  = "SUCCEEDED"
    }
  }

  actions {
    job_name = aws_glue_job.clean.name
  }
}

resource "aws_glue_trigger" "cleaned" {
  name          = "${var.project}-cleaned"
  type          = "CONDITIONAL"
  workflow_name = aws_glue_workflow.sales.name

  predicate {
    conditions {
      job_name = aws_glue_job.clean.name
      state    = "SUCCEEDED"
    }
  }

  actions {
    crawler_name = aws_glue_crawler.crawler["processed"].name
  }
}

resource "aws_glue_trigger" "ready" {
  name          = "${var.project}-ready"
  type          = "CONDITIONAL"
  workflow_name = aws_glue_workflow.sales.name

  predicate {
    conditions {
      crawler_name = aws_glue_crawler.crawler["processed"].name
      crawl_state  = "SUCCEEDED"
    }
  }

  actions {
    job_name = aws_glue_job.load.name
  }
}
