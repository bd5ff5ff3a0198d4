locals {
  zones = toset(["raw", "trusted", "refined"])
}

resource "aws_s3_bucket" "zone" {
  for_each = local.zones

  bucket        = "${var.project}-${each.key}"
  force_destroy = true

  tags = {
    zone        = each.key
    environment = var.environment
  }
}

resource "aws_s3_bucket_versioning" "zone" {
  for_each = local.zones

  bucket = aws_s3_bucket.zone[each.key].id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "zone" {
  for_each = local.zones

  bucket = aws_s3_bucket.zone[each.key].id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "zone" {
  for_each = local.zones

  bucket                  = aws_s3_bucket.zone[each.key].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "zone" {
  for_each = local.zones

  bucket = aws_s3_bucket.zone[each.key].id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "raw" {
  bucket = aws_s3_bucket.zone["raw"].id

  rule {
    id     = "expire"
    status = "Enabled"

    filter {
      prefix = "landing/"
    }

    expiration {
      days = var.raw_retention_days
    }

    noncurrent_version_expiration {
      noncurrent_days = 30
    }
  }

  depends_on = [aws_s3_bucket_versioning.zone]
}

data "aws_iam_policy_document" "tls_only" {
  statement {
    sid       = "DenyInsecureTransport"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.zone["refined"].arn, "${aws_s3_bucket.zone["refined"].arn}/*"]

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

resource "aws_s3_bucket_policy" "refined" {
  bucket = aws_s3_bucket.zone["refined"].id
  policy = data.aws_iam_policy_document.tls_only.json

  depends_on = [aws_s3_bucket_public_access_block.zone]
}

resource "aws_s3_object" "sales" {
  bucket       = aws_s3_bucket.zone["raw"].id
  key          = "landing/sales.csv"
  content_type = "text/csv"
  content      = <<-CSV
    day,shop,amount
    2026-01-01,north,12.5
    2026-01-01,south,7.25
    2026-01-02,north,3
  CSV

  tags = {
    source = "example"
  }
}

resource "aws_s3_object" "job" {
  bucket = aws_s3_bucket.zone["raw"].id
  key    = "code/clean.py"
  source = "${path.module}/clean.py"
  etag   = filemd5("${path.module}/clean.py")
}
