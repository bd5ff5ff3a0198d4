resource "aws_iam_role" "exclusive" {
  name               = "terraform-exclusive"
  assume_role_policy = data.aws_iam_policy_document.exclusive.json
}

data "aws_iam_policy_document" "exclusive" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["glue.${data.aws_partition.here.dns_suffix}"]
    }
  }
}

resource "aws_iam_role_policy_attachments_exclusive" "one" {
  role_name   = aws_iam_role.exclusive.name
  policy_arns = ["arn:aws:iam::aws:policy/${var.changed ? "AmazonS3FullAccess" : "AmazonS3ReadOnlyAccess"}"]
}

resource "aws_iam_user" "exclusive" {
  name          = "terraform-exclusive"
  force_destroy = true
}

resource "aws_iam_user_policies_exclusive" "one" {
  user_name    = aws_iam_user.exclusive.name
  policy_names = []
}

resource "aws_iam_user_policy_attachments_exclusive" "one" {
  user_name   = aws_iam_user.exclusive.name
  policy_arns = var.changed ? ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"] : []
}

resource "aws_iam_group" "exclusive" {
  name = "terraform-exclusive"
}

resource "aws_iam_group_policies_exclusive" "one" {
  group_name   = aws_iam_group.exclusive.name
  policy_names = []
}

resource "aws_iam_group_policy_attachments_exclusive" "one" {
  group_name  = aws_iam_group.exclusive.name
  policy_arns = []
}
