data "aws_iam_policy_document" "trust" {
  for_each = toset(["glue", "elasticmapreduce", "emr-serverless", "scheduler", "ec2"])

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["${each.key}.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "lake" {
  statement {
    sid       = "Objects"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
    resources = [for bucket in aws_s3_bucket.zone : "${bucket.arn}/*"]
  }

  statement {
    sid       = "Buckets"
    actions   = ["s3:ListBucket", "s3:GetBucketLocation"]
    resources = [for bucket in aws_s3_bucket.zone : bucket.arn]
  }

  statement {
    sid       = "Catalog"
    actions   = ["glue:Get*", "glue:BatchCreatePartition", "glue:CreateTable", "glue:UpdateTable"]
    resources = ["arn:aws:glue:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:*"]
  }
}

resource "aws_iam_policy" "lake" {
  name        = "${var.project}-access"
  path        = "/lake/"
  description = "What the jobs of the lake may do"
  policy      = data.aws_iam_policy_document.lake.json
}

resource "aws_iam_role" "glue" {
  name               = "${var.project}-glue"
  assume_role_policy = data.aws_iam_policy_document.trust["glue"].json

  tags = {
    environment = var.environment
  }
}

resource "aws_iam_role_policy_attachment" "glue_service" {
  role       = aws_iam_role.glue.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"
}

resource "aws_iam_role_policy_attachment" "glue_lake" {
  role       = aws_iam_role.glue.name
  policy_arn = aws_iam_policy.lake.arn
}

resource "aws_iam_role" "emr" {
  name               = "${var.project}-emr"
  assume_role_policy = data.aws_iam_policy_document.trust["elasticmapreduce"].json
}

resource "aws_iam_role_policy_attachment" "emr" {
  role       = aws_iam_role.emr.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonElasticMapReduceRole"
}

resource "aws_iam_role" "instances" {
  name               = "${var.project}-instances"
  assume_role_policy = data.aws_iam_policy_document.trust["ec2"].json
}

resource "aws_iam_instance_profile" "instances" {
  name = "${var.project}-instances"
  role = aws_iam_role.instances.name
}

resource "aws_iam_role" "serverless" {
  name               = "${var.project}-serverless"
  assume_role_policy = data.aws_iam_policy_document.trust["emr-serverless"].json
}

resource "aws_iam_role" "scheduler" {
  name               = "${var.project}-scheduler"
  assume_role_policy = data.aws_iam_policy_document.trust["scheduler"].json
}

resource "aws_iam_role_policy" "scheduler" {
  name = "start-jobs"
  role = aws_iam_role.scheduler.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "glue:StartJobRun"
      Resource = aws_glue_job.clean.arn
    }]
  })
}
