# import aws_s3_bucket.one terraform-one
# import aws_s3_bucket_versioning.one terraform-one
# import aws_s3_bucket_server_side_encryption_configuration.one terraform-one
# import aws_s3_bucket_public_access_block.one terraform-one
# import aws_s3_bucket_ownership_controls.one terraform-one
# import aws_s3_bucket_lifecycle_configuration.one terraform-one
# import aws_s3_bucket_cors_configuration.one terraform-one
# import aws_s3_bucket_acl.listed terraform-listed,public-read
# import aws_s3_bucket_object_lock_configuration.locked terraform-locked
# import aws_s3_bucket_policy.one terraform-one
# import aws_s3_bucket_request_payment_configuration.one terraform-one
# import aws_s3_bucket_logging.one terraform-one
# import aws_s3_bucket_website_configuration.one terraform-one
# import aws_s3_bucket_accelerate_configuration.one terraform-one
# import aws_s3_bucket_metric.one terraform-one:whole
# import aws_s3_bucket_inventory.one terraform-one:weekly
# import aws_s3_bucket_analytics_configuration.one terraform-one:landing
# import aws_s3_bucket_intelligent_tiering_configuration.one terraform-one:old

resource "aws_s3_bucket" "one" {
  bucket        = "terraform-one"
  force_destroy = true

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_s3_bucket_versioning" "one" {
  bucket = aws_s3_bucket.one.id

  versioning_configuration {
    status = var.changed ? "Suspended" : "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "one" {
  bucket = aws_s3_bucket.one.id

  rule {
    bucket_key_enabled = var.changed

    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "one" {
  bucket                  = aws_s3_bucket.one.id
  block_public_acls       = true
  block_public_policy     = !var.changed
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "one" {
  bucket = aws_s3_bucket.one.id

  rule {
    object_ownership = var.changed ? "BucketOwnerPreferred" : "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "one" {
  bucket = aws_s3_bucket.one.id

  rule {
    id     = "expire"
    status = "Enabled"

    filter {
      prefix = "landing/"
    }

    expiration {
      days = var.changed ? 60 : 30
    }
  }

  rule {
    id     = "abort"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket_cors_configuration" "one" {
  bucket = aws_s3_bucket.one.id

  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = [var.changed ? "https://b.example" : "https://a.example"]
  }
}

resource "aws_s3_bucket_policy" "one" {
  bucket = aws_s3_bucket.one.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Tls"
      Effect    = "Deny"
      Principal = "*"
      Action    = var.changed ? ["s3:DeleteObject", "s3:PutObject"] : ["s3:GetObject", "s3:PutObject"]
      Resource  = "${aws_s3_bucket.one.arn}/*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_s3_bucket_request_payment_configuration" "one" {
  bucket = aws_s3_bucket.one.id
  payer  = var.changed ? "Requester" : "BucketOwner"
}

resource "aws_s3_object" "one" {
  bucket       = aws_s3_bucket.one.id
  key          = "folder/a b.txt"
  content      = var.changed ? "later" : "text"
  content_type = "text/plain"

  metadata = {
    origin = "terraform"
  }

  tags = {
    stage = var.changed ? "b" : "a"
  }

  depends_on = [aws_s3_bucket_versioning.one]
}

resource "aws_s3_object_copy" "one" {
  bucket = aws_s3_bucket.one.id
  key    = "folder/copy.txt"
  source = "${aws_s3_bucket.one.id}/${aws_s3_object.one.key}"

  tagging_directive = "REPLACE"
  tags = {
    stage = var.changed ? "b" : "a"
  }
}

data "aws_s3_bucket" "one" {
  bucket = aws_s3_bucket.one.id
}

data "aws_s3_objects" "one" {
  bucket = aws_s3_object.one.bucket
}

resource "aws_s3_object" "private" {
  bucket  = aws_s3_bucket.one.id
  key     = "folder/private.txt"
  acl     = "private"
  content = var.changed ? "later" : "text"
}

resource "aws_s3_bucket" "listed" {
  bucket        = "terraform-listed"
  force_destroy = true
}

resource "aws_s3_bucket_ownership_controls" "listed" {
  bucket = aws_s3_bucket.listed.id

  rule {
    object_ownership = "ObjectWriter"
  }
}

resource "aws_s3_bucket_public_access_block" "listed" {
  bucket = aws_s3_bucket.listed.id
}

resource "aws_s3_bucket_acl" "listed" {
  bucket = aws_s3_bucket.listed.id
  acl    = var.changed ? "public-read" : "log-delivery-write"

  depends_on = [aws_s3_bucket_ownership_controls.listed, aws_s3_bucket_public_access_block.listed]
}

resource "aws_s3_bucket" "locked" {
  bucket              = "terraform-locked"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "locked" {
  bucket = aws_s3_bucket.locked.id

  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = var.changed ? 2 : 1
    }
  }
}

resource "aws_s3_bucket_logging" "one" {
  bucket        = aws_s3_bucket.one.id
  target_bucket = aws_s3_bucket.listed.id
  target_prefix = var.changed ? "logs/later/" : "logs/"

  target_object_key_format {
    partitioned_prefix {
      partition_date_source = "EventTime"
    }
  }
}

resource "aws_s3_bucket_website_configuration" "one" {
  bucket = aws_s3_bucket.one.id

  index_document {
    suffix = "index.html"
  }

  error_document {
    key = var.changed ? "later.html" : "error.html"
  }

  routing_rule {
    condition {
      key_prefix_equals = "docs/"
    }

    redirect {
      replace_key_prefix_with = "documents/"
    }
  }
}

resource "aws_s3_bucket_website_configuration" "listed" {
  bucket = aws_s3_bucket.listed.id

  redirect_all_requests_to {
    host_name = "example.com"
    protocol  = var.changed ? "https" : "http"
  }
}

resource "aws_s3_bucket_accelerate_configuration" "one" {
  bucket = aws_s3_bucket.one.id
  status = var.changed ? "Suspended" : "Enabled"
}

resource "aws_s3_bucket_metric" "one" {
  bucket = aws_s3_bucket.one.id
  name   = "whole"

  filter {
    prefix = var.changed ? "curated/" : "landing/"

    tags = {
      stage = "a"
    }
  }
}

resource "aws_s3_bucket_inventory" "one" {
  bucket                   = aws_s3_bucket.one.id
  name                     = "weekly"
  included_object_versions = "All"
  optional_fields          = ["ETag", "Size"]

  schedule {
    frequency = var.changed ? "Daily" : "Weekly"
  }

  filter {
    prefix = "landing/"
  }

  destination {
    bucket {
      format     = "Parquet"
      bucket_arn = aws_s3_bucket.listed.arn
      prefix     = "inventory"

      encryption {
        sse_s3 {}
      }
    }
  }
}

resource "aws_s3_bucket_analytics_configuration" "one" {
  bucket = aws_s3_bucket.one.id
  name   = "landing"

  filter {
    prefix = var.changed ? "curated/" : "landing/"
  }

  storage_class_analysis {
    data_export {
      destination {
        s3_bucket_destination {
          bucket_arn = aws_s3_bucket.listed.arn
        }
      }
    }
  }
}

resource "aws_s3_bucket_intelligent_tiering_configuration" "one" {
  bucket = aws_s3_bucket.one.id
  name   = "old"
  status = var.changed ? "Disabled" : "Enabled"

  tiering {
    access_tier = "ARCHIVE_ACCESS"
    days        = 125
  }

  tiering {
    access_tier = "DEEP_ARCHIVE_ACCESS"
    days        = 180
  }
}
