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
