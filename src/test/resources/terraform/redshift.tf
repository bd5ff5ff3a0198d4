# import aws_redshift_subnet_group.one terraform-subnets
# import aws_redshift_parameter_group.one terraform-parameters
# import aws_redshift_cluster.one terraform-warehouse
# import aws_redshiftserverless_namespace.one terraform-namespace
# import aws_redshiftserverless_workgroup.one terraform-workgroup

resource "aws_redshift_subnet_group" "one" {
  name        = "terraform-subnets"
  description = var.changed ? "later" : "subnets"
  subnet_ids  = ["subnet-11111111"]

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_redshift_parameter_group" "one" {
  name   = "terraform-parameters"
  family = "redshift-1.0"

  parameter {
    name  = "statement_timeout"
    value = var.changed ? "60000" : "0"
  }
}

resource "aws_iam_role" "warehouse" {
  name = "terraform-warehouse"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "redshift.amazonaws.com" } }]
  })
}

resource "aws_redshift_cluster" "one" {
  cluster_identifier                  = "terraform-warehouse"
  database_name                       = "dev"
  master_username                     = "admin"
  master_password                     = "Sales-2026"
  node_type                           = "dc2.large"
  cluster_type                        = "single-node"
  cluster_subnet_group_name           = aws_redshift_subnet_group.one.name
  cluster_parameter_group_name        = aws_redshift_parameter_group.one.name
  automated_snapshot_retention_period = var.changed ? 3 : 1
  publicly_accessible                 = false
  skip_final_snapshot                 = true
  encrypted                           = true

  tags = {
    stage = var.changed ? "b" : "a"
  }

  # A cluster's port is the next free one of the machine.
  lifecycle {
    ignore_changes = [port]
  }
}

resource "aws_redshift_cluster_iam_roles" "one" {
  cluster_identifier = aws_redshift_cluster.one.cluster_identifier
  iam_role_arns      = [aws_iam_role.warehouse.arn]
}

resource "aws_redshiftdata_statement" "one" {
  cluster_identifier = aws_redshift_cluster.one.cluster_identifier
  database           = aws_redshift_cluster.one.database_name
  db_user            = aws_redshift_cluster.one.master_username
  sql                = "create table if not exists made_by_terraform (id int)"
}

resource "aws_redshiftserverless_namespace" "one" {
  namespace_name      = "terraform-namespace"
  db_name             = "dev"
  admin_username      = "admin"
  admin_user_password = "Sales-2026"

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_redshiftserverless_workgroup" "one" {
  namespace_name = aws_redshiftserverless_namespace.one.namespace_name
  workgroup_name = "terraform-workgroup"
  base_capacity  = var.changed ? 16 : 8
}

resource "aws_redshiftserverless_usage_limit" "one" {
  resource_arn = aws_redshiftserverless_workgroup.one.arn
  usage_type   = "serverless-compute"
  amount       = var.changed ? 60 : 120
}

resource "aws_redshift_logging" "one" {
  cluster_identifier   = aws_redshift_cluster.one.cluster_identifier
  log_destination_type = "s3"
  bucket_name          = aws_s3_bucket.one.id
  s3_key_prefix        = var.changed ? "later/" : "first/"
}

resource "aws_redshift_cluster_snapshot" "one" {
  cluster_identifier               = aws_redshift_cluster.one.cluster_identifier
  snapshot_identifier              = "terraform-snapshot"
  manual_snapshot_retention_period = var.changed ? 2 : 1
}
