# import aws_emr_security_configuration.one terraform-security

resource "aws_emr_security_configuration" "one" {
  name = "terraform-security"

  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = false
    }
  })
}

resource "aws_emr_block_public_access_configuration" "one" {
  block_public_security_group_rules = !var.changed
}

resource "aws_emrserverless_application" "one" {
  name          = "terraform-application"
  release_label = "emr-7.10.0"
  type          = "spark"

  maximum_capacity {
    cpu    = var.changed ? "16 vCPU" : "8 vCPU"
    memory = "64 GB"
  }

  auto_start_configuration {
    enabled = true
  }

  auto_stop_configuration {
    enabled              = true
    idle_timeout_minutes = 10
  }

  tags = {
    stage = var.changed ? "b" : "a"
  }
}
