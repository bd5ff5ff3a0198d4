# import aws_iam_role.one terraform-role
# import aws_iam_role_policy.one terraform-role:own
# import aws_iam_role_policy_attachment.one terraform-role/arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole
# import aws_iam_role_policies_exclusive.one terraform-role
# import aws_iam_policy.one arn:aws:iam::000000000000:policy/team/terraform-policy
# import aws_iam_instance_profile.one terraform-profile
# import aws_iam_user.one terraform-user
# import aws_iam_user_policy.one terraform-user:own
# import aws_iam_user_policy_attachment.one terraform-user/arn:aws:iam::000000000000:policy/team/terraform-policy
# import aws_iam_group.one terraform-group
# import aws_iam_group_policy.one terraform-group:own
# import aws_iam_group_policy_attachment.one terraform-group/arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess
# import aws_iam_user_group_membership.one terraform-user/terraform-group
# import aws_iam_account_alias.one terraform-lake
# import aws_iam_account_password_policy.one iam-account-password-policy
# import aws_iam_openid_connect_provider.one arn:aws:iam::000000000000:oidc-provider/token.terraform.example
# import aws_iam_service_linked_role.one arn:aws:iam::000000000000:role/aws-service-role/elasticmapreduce.amazonaws.com/AWSServiceRoleForEMRCleanup

data "aws_iam_policy_document" "trust" {
  statement {
    actions = var.changed ? ["sts:AssumeRole", "sts:TagSession"] : ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["glue.amazonaws.com", "lambda.amazonaws.com"]
    }

    principals {
      type        = "AWS"
      identifiers = [data.aws_caller_identity.current.account_id, data.aws_caller_identity.current.arn]
    }
  }
}

data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "grant" {
  statement {
    sid       = "Read"
    actions   = var.changed ? ["s3:GetObject", "s3:ListBucket"] : ["s3:GetObject"]
    resources = ["arn:aws:s3:::lake", "arn:aws:s3:::lake/*"]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["raw/*", "&{aws:username}/*"]
    }
  }
}

resource "aws_iam_role" "one" {
  name                 = "terraform-role"
  description          = var.changed ? "of the team" : "of jobs"
  max_session_duration = var.changed ? 7200 : 3600
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  permissions_boundary = "arn:aws:iam::aws:policy/PowerUserAccess"

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_iam_role_policy" "one" {
  name   = "own"
  role   = aws_iam_role.one.id
  policy = data.aws_iam_policy_document.grant.json
}

resource "aws_iam_role_policies_exclusive" "one" {
  role_name    = aws_iam_role.one.name
  policy_names = [aws_iam_role_policy.one.name]
}

resource "aws_iam_role_policy_attachment" "one" {
  role       = aws_iam_role.one.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"
}

resource "aws_iam_policy" "one" {
  name        = "terraform-policy"
  path        = "/team/"
  description = "What the team may do"
  policy      = data.aws_iam_policy_document.grant.json

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_iam_policy_attachment" "one" {
  name       = "terraform-attachment"
  roles      = [aws_iam_role.two.name]
  groups     = var.changed ? [aws_iam_group.two.name] : []
  policy_arn = aws_iam_policy.two.arn
}

resource "aws_iam_policy" "two" {
  name   = "terraform-policy-two"
  policy = data.aws_iam_policy_document.grant.json
}

resource "aws_iam_role" "two" {
  name_prefix        = "terraform-two-"
  path               = "/service/"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_group" "two" {
  name = "terraform-group-two"
}

resource "aws_iam_instance_profile" "one" {
  name = "terraform-profile"
  role = var.changed ? aws_iam_role.two.name : aws_iam_role.one.name

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_iam_user" "one" {
  name          = "terraform-user"
  path          = var.changed ? "/people/" : "/"
  force_destroy = true

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_iam_access_key" "one" {
  user   = aws_iam_user.one.name
  status = var.changed ? "Inactive" : "Active"
}

resource "aws_iam_user_policy" "one" {
  name   = "own"
  user   = aws_iam_user.one.name
  policy = data.aws_iam_policy_document.grant.json
}

resource "aws_iam_user_policy_attachment" "one" {
  user       = aws_iam_user.one.name
  policy_arn = aws_iam_policy.one.arn
}

resource "aws_iam_user_login_profile" "one" {
  user                    = aws_iam_user.two.name
  password_length         = 20
  password_reset_required = true
}

resource "aws_iam_user" "two" {
  name          = "terraform-user-two"
  force_destroy = true
}

resource "aws_iam_group" "one" {
  name = "terraform-group"
  path = var.changed ? "/teams/" : "/"
}

resource "aws_iam_group_policy" "one" {
  name   = "own"
  group  = aws_iam_group.one.name
  policy = data.aws_iam_policy_document.grant.json
}

resource "aws_iam_group_policy_attachment" "one" {
  group      = aws_iam_group.one.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}

resource "aws_iam_user_group_membership" "one" {
  user   = aws_iam_user.one.name
  groups = [aws_iam_group.one.name]
}

resource "aws_iam_group_membership" "one" {
  name  = "terraform-membership"
  group = aws_iam_group.two.name
  users = var.changed ? [aws_iam_user.two.name, aws_iam_user.one.name] : [aws_iam_user.two.name]
}

resource "aws_iam_account_alias" "one" {
  account_alias = "terraform-lake"
}

resource "aws_iam_account_password_policy" "one" {
  minimum_password_length        = var.changed ? 14 : 10
  require_numbers                = true
  require_symbols                = true
  allow_users_to_change_password = true
}

resource "aws_iam_openid_connect_provider" "one" {
  url             = "https://token.terraform.example"
  client_id_list  = var.changed ? ["sts.amazonaws.com", "other"] : ["sts.amazonaws.com"]
  thumbprint_list = ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"]
}

resource "aws_iam_service_linked_role" "one" {
  aws_service_name = "elasticmapreduce.amazonaws.com"
}

data "aws_iam_policy" "glue" {
  name = "AWSGlueServiceRole"
}

data "aws_iam_role" "one" {
  name = aws_iam_role.one.name
}
