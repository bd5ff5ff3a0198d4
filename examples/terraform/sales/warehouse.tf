resource "aws_redshift_cluster" "warehouse" {
  cluster_identifier  = var.project
  node_type           = "dc2.large"
  cluster_type        = "single-node"
  database_name       = "dev"
  master_username     = "sales"
  master_password     = var.password
  iam_roles           = [aws_iam_role.pipeline.arn]
  encrypted           = true
  skip_final_snapshot = true
}

resource "aws_secretsmanager_secret" "login" {
  name                    = "${var.project}-redshift"
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret_version" "login" {
  secret_id     = aws_secretsmanager_secret.login.id
  secret_string = jsonencode({ username = "sales", password = var.password })
}

resource "aws_glue_connection" "warehouse" {
  name            = var.project
  connection_type = "JDBC"

  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:redshift://${aws_redshift_cluster.warehouse.dns_name}:${aws_redshift_cluster.warehouse.port}/dev"
    SECRET_ID           = aws_secretsmanager_secret.login.name
  }

  dynamic "physical_connection_requirements" {
    for_each = var.subnet == "" ? [] : [var.subnet]

    content {
      subnet_id              = physical_connection_requirements.value
      availability_zone      = var.availability_zone
      security_group_id_list = var.security_groups
    }
  }
}
