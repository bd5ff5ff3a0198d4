terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "5.100.0" }
  }
}
variable "endpoint" { type = string }
variable "bucket" { type = string }
variable "stage" {
  type    = string
  default = "té st+/="
}

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "test"
  secret_key                  = "test"
  s3_use_path_style           = true
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  endpoints {
    s3  = var.endpoint
    sts = var.endpoint
    iam = var.endpoint
  }
}

resource "aws_s3_bucket" "lake" {
  bucket        = var.bucket
  force_destroy = true
  tags          = { team = "data", stage = var.stage }
}

resource "aws_s3_bucket_versioning" "lake" {
  bucket = aws_s3_bucket.lake.id
  versioning_configuration { status = "Enabled" }
}

resource "aws_s3_bucket_public_access_block" "lake" {
  bucket                  = aws_s3_bucket.lake.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "lake" {
  bucket = aws_s3_bucket.lake.id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = "arn:aws:kms:us-east-1:000000000000:key/11111111-2222-3333-4444-555555555555"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "lake" {
  bucket     = aws_s3_bucket.lake.id
  depends_on = [aws_s3_bucket_versioning.lake]
  rule {
    id     = "tmp"
    status = "Enabled"
    filter { prefix = "tmp/" }
    expiration { days = 7 }
    noncurrent_version_expiration {
      noncurrent_days           = 30
      newer_noncurrent_versions = 3
    }
    abort_incomplete_multipart_upload { days_after_initiation = 1 }
  }
  rule {
    id     = "cold"
    status = "Enabled"
    filter {
      and {
        prefix                   = "raw/"
        object_size_greater_than = 1024
        tags                     = { tier = "cold", a = "b" }
      }
    }
    transition {
      days          = 90
      storage_class = "GLACIER"
    }
    noncurrent_version_transition {
      noncurrent_days = 30
      storage_class   = "STANDARD_IA"
    }
  }
  rule {
    id     = "one-tag"
    status = "Disabled"
    filter {
      tag {
        key   = "k"
        value = "v"
      }
    }
    expiration { date = "2030-01-01T00:00:00Z" }
  }
  rule {
    id     = "markers"
    status = "Enabled"
    filter {}
    expiration { expired_object_delete_marker = true }
  }
}

resource "aws_s3_bucket_cors_configuration" "lake" {
  bucket = aws_s3_bucket.lake.id
  cors_rule {
    id              = "web"
    allowed_headers = ["*"]
    allowed_methods = ["GET", "PUT"]
    allowed_origins = ["https://example.com", "http://*.example.org"]
    expose_headers  = ["ETag"]
    max_age_seconds = 3000
  }
  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = ["*"]
  }
}

resource "aws_s3_bucket_ownership_controls" "lake" {
  bucket = aws_s3_bucket.lake.id
  rule { object_ownership = "BucketOwnerPreferred" }
}

resource "aws_s3_bucket_acl" "lake" {
  depends_on = [aws_s3_bucket_ownership_controls.lake]
  bucket     = aws_s3_bucket.lake.id
  acl        = "private"
}

data "aws_iam_policy_document" "tls" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.lake.arn, "${aws_s3_bucket.lake.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "lake" {
  bucket     = aws_s3_bucket.lake.id
  policy     = data.aws_iam_policy_document.tls.json
  depends_on = [aws_s3_bucket_public_access_block.lake]
}

resource "aws_s3_object" "text" {
  bucket        = aws_s3_bucket.lake.id
  key           = "code/häßlich job.py"
  content       = "print('hello')\n"
  content_type  = "text/x-python"
  etag          = md5("print('hello')\n")
  metadata      = { owner = "me" }
  tags          = { kind = "code", "a b" = "c=d+e", stage = var.stage }
  storage_class = "STANDARD_IA"
  depends_on    = [aws_s3_bucket_versioning.lake]
}

resource "aws_s3_object" "folder" {
  bucket     = aws_s3_bucket.lake.id
  key        = "raw/"
  depends_on = [aws_s3_bucket_versioning.lake]
}

resource "aws_s3_object" "sse" {
  bucket                 = aws_s3_bucket.lake.id
  key                    = "secret.bin"
  content_base64         = base64encode("secret")
  server_side_encryption = "AES256"
  checksum_algorithm     = "SHA256"
  cache_control          = "no-cache"
  content_disposition    = "attachment"
  depends_on             = [aws_s3_bucket_versioning.lake]
}

resource "aws_s3_object_copy" "copy" {
  bucket            = aws_s3_bucket.lake.id
  key               = "code/copy.py"
  source            = "${aws_s3_bucket.lake.id}/code/häßlich job.py"
  tagging_directive = "REPLACE"
  tags              = { kind = "copy" }
  depends_on        = [aws_s3_object.text]
}

resource "aws_s3_bucket" "worm" {
  bucket              = "${var.bucket}-worm"
  object_lock_enabled = true
  force_destroy       = true
}

resource "aws_s3_bucket_object_lock_configuration" "worm" {
  bucket = aws_s3_bucket.worm.id
  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 1
    }
  }
}

resource "aws_s3_object" "worm" {
  bucket                        = aws_s3_bucket.worm.id
  key                           = "kept"
  content                       = "kept"
  force_destroy                 = true
  object_lock_mode              = "GOVERNANCE"
  object_lock_retain_until_date = "2099-01-01T00:00:00Z"
  object_lock_legal_hold_status = "ON"
  depends_on                    = [aws_s3_bucket_object_lock_configuration.worm]
}

# A bucket without any setting has the defaults of AWS.
resource "aws_s3_bucket" "plain" {
  bucket_prefix = "${var.bucket}-plain-"
}
data "aws_s3_bucket" "lake" { bucket = aws_s3_bucket.lake.id }
data "aws_s3_objects" "lake" {
  bucket     = aws_s3_bucket.lake.id
  depends_on = [aws_s3_object.text, aws_s3_object.sse, aws_s3_object.folder, aws_s3_object_copy.copy]
}
data "aws_s3_object" "text" {
  bucket = aws_s3_bucket.lake.id
  key    = aws_s3_object.text.key
}
output "keys" { value = data.aws_s3_objects.lake.keys }
