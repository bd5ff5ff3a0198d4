# import aws_lambda_function.one terraform-function
# import aws_lambda_alias.one terraform-function/live
# import aws_lambda_permission.one terraform-function/terraform-bucket
# import aws_lambda_function_event_invoke_config.one terraform-function
# import aws_lambda_layer_version.one $aws_lambda_layer_version.one.arn
# import aws_lambda_event_source_mapping.one $aws_lambda_event_source_mapping.one.uuid
# import aws_lambda_function_url.one terraform-function
# import aws_lambda_layer_version_permission.one $aws_lambda_layer_version_permission.one.id

locals {
  # Zip files, each with the one of index.py that returns 1 or 2, and a layer with python/shared.py.
  function = var.changed ? "UEsDBBQAAAAAAAAAIVzngavaKgAAACoAAAAIAAAAaW5kZXgucHlkZWYgaGFuZGxlcihldmVudCwgY29udGV4dCk6CiAgICByZXR1cm4gMgpQSwECFAMUAAAAAAAAACFc54Gr2ioAAAAqAAAACAAAAAAAAAAAAAAApAEAAAAAaW5kZXgucHlQSwUGAAAAAAEAAQA2AAAAUAAAAAAA" : "UEsDBBQAAAAAAAAAIVwk0obxKgAAACoAAAAIAAAAaW5kZXgucHlkZWYgaGFuZGxlcihldmVudCwgY29udGV4dCk6CiAgICByZXR1cm4gMQpQSwECFAMUAAAAAAAAACFcJNKG8SoAAAAqAAAACAAAAAAAAAAAAAAApAEAAAAAaW5kZXgucHlQSwUGAAAAAAEAAQA2AAAAUAAAAAAA"
  layer    = "UEsDBBQAAAAAAAAAIVxkpGYTCgAAAAoAAAAQAAAAcHl0aG9uL3NoYXJlZC5weVZBTFVFID0gMQpQSwECFAMUAAAAAAAAACFcZKRmEwoAAAAKAAAAEAAAAAAAAAAAAAAApAEAAAAAcHl0aG9uL3NoYXJlZC5weVBLBQYAAAAAAQABAD4AAAA4AAAAAAA="
}

resource "aws_s3_bucket" "code" {
  bucket        = "terraform-code"
  force_destroy = true
}

resource "aws_s3_object" "function" {
  bucket         = aws_s3_bucket.code.id
  key            = "function-${var.changed ? 2 : 1}.zip"
  content_base64 = local.function
}

resource "aws_s3_object" "layer" {
  bucket         = aws_s3_bucket.code.id
  key            = "layer.zip"
  content_base64 = local.layer
}

resource "aws_iam_role" "function" {
  name = "terraform-function"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_lambda_layer_version" "one" {
  layer_name          = "terraform-layer"
  description         = "shared"
  s3_bucket           = aws_s3_bucket.code.id
  s3_key              = aws_s3_object.layer.key
  compatible_runtimes = ["python3.12"]
}

resource "aws_lambda_layer_version_permission" "one" {
  layer_name     = aws_lambda_layer_version.one.layer_arn
  version_number = aws_lambda_layer_version.one.version
  principal      = var.changed ? "222222222222" : "111111111111"
  action         = "lambda:GetLayerVersion"
  statement_id   = "terraform-account"
}

resource "aws_lambda_function" "one" {
  function_name                  = "terraform-function"
  description                    = var.changed ? "later" : "a function"
  role                           = aws_iam_role.function.arn
  handler                        = "index.handler"
  runtime                        = "python3.12"
  s3_bucket                      = aws_s3_bucket.code.id
  s3_key                         = aws_s3_object.function.key
  source_code_hash               = base64sha256(local.function)
  memory_size                    = var.changed ? 256 : 128
  timeout                        = 30
  publish                        = true
  layers                         = [aws_lambda_layer_version.one.arn]
  reserved_concurrent_executions = var.changed ? 3 : 2

  environment {
    variables = { STAGE = var.changed ? "b" : "a" }
  }

  ephemeral_storage {
    size = 1024
  }

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_lambda_alias" "one" {
  name             = "live"
  description      = var.changed ? "later" : "an alias"
  function_name    = aws_lambda_function.one.function_name
  function_version = aws_lambda_function.one.version
}

resource "aws_lambda_permission" "one" {
  statement_id   = "terraform-bucket"
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.one.function_name
  principal      = "s3.amazonaws.com"
  source_arn     = var.changed ? "arn:aws:s3:::terraform-called-*" : aws_s3_bucket.called.arn
  source_account = "000000000000"
}

resource "aws_lambda_permission" "alias" {
  statement_id  = "terraform-rule"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.one.function_name
  qualifier     = aws_lambda_alias.one.name
  principal     = "events.amazonaws.com"
}

resource "aws_lambda_function_event_invoke_config" "one" {
  function_name                = aws_lambda_function.one.function_name
  maximum_event_age_in_seconds = 600
  maximum_retry_attempts       = var.changed ? 1 : 0
}

resource "aws_s3_bucket" "called" {
  bucket = "terraform-called-by"
}

resource "aws_s3_bucket_notification" "called" {
  bucket = aws_s3_bucket.called.id

  lambda_function {
    id                  = "function"
    lambda_function_arn = aws_lambda_function.one.arn
    events              = var.changed ? ["s3:ObjectCreated:*"] : ["s3:ObjectCreated:Put"]
    filter_suffix       = ".csv"
  }

  depends_on = [aws_lambda_permission.one]
}

resource "aws_lambda_event_source_mapping" "one" {
  event_source_arn                   = aws_sqs_queue.source.arn
  function_name                      = aws_lambda_alias.one.arn
  batch_size                         = var.changed ? 5 : 10
  maximum_batching_window_in_seconds = 1
  function_response_types            = ["ReportBatchItemFailures"]

  filter_criteria {
    filter {
      pattern = jsonencode({ body = { kind = var.changed ? ["a", "b"] : ["a"] } })
    }
  }

  scaling_config {
    maximum_concurrency = 5
  }

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_sqs_queue" "source" {
  name                       = "terraform-source"
  visibility_timeout_seconds = 180
}

resource "aws_lambda_function_url" "one" {
  function_name      = aws_lambda_function.one.function_name
  authorization_type = "NONE"

  cors {
    allow_origins = ["*"]
    allow_methods = ["GET"]
    max_age       = var.changed ? 20 : 10
  }
}

resource "aws_lambda_function_url" "alias" {
  function_name      = aws_lambda_function.one.function_name
  qualifier          = aws_lambda_alias.one.name
  authorization_type = "AWS_IAM"
}

resource "aws_lambda_invocation" "one" {
  function_name = aws_lambda_function.one.function_name
  input         = jsonencode({ stage = var.changed ? "b" : "a" })
}
