resource "aws_s3_bucket" "bucket" {
  for_each = toset(["raw", "processed", "code"])

  bucket        = "${var.project}-${each.key}"
  force_destroy = true
}

resource "aws_s3_bucket_notification" "raw" {
  bucket      = aws_s3_bucket.bucket["raw"].id
  eventbridge = true
}

resource "aws_s3_object" "script" {
  for_each = toset(["clean_sales.py", "load_sales.py"])

  bucket = aws_s3_bucket.bucket["code"].id
  key    = "sales/${each.key}"
  source = "${local.scripts}/${each.key}"
  etag   = filemd5("${local.scripts}/${each.key}")
}
