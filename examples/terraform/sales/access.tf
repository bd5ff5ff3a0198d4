# One role for crawlers, jobs, the cluster and the rule: the example shows the pipeline, and not the least of rights.
resource "aws_iam_role" "pipeline" {
  name = local.role

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = ["glue.amazonaws.com", "redshift.amazonaws.com", "events.amazonaws.com"] }
    }]
  })
}

resource "aws_iam_role_policy" "pipeline" {
  name = "pipeline"
  role = aws_iam_role.pipeline.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:*"]
        Resource = flatten([for bucket in aws_s3_bucket.bucket : [bucket.arn, "${bucket.arn}/*"]])
      },
      {
        Effect   = "Allow"
        Action   = ["glue:*", "logs:*", "ec2:Describe*", "secretsmanager:GetSecretValue"]
        Resource = "*"
      },
    ]
  })
}
