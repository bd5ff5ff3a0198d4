# A file that arrives in S3 goes through a workflow of Glue into Redshift, and a job that fails is told of by e-mail: the
# pipeline of sales without its producer. Upload a CSV file and then the one that completes the delivery:
#
#   aws s3 cp sales.csv s3://<raw>/sales/sales_data/delivery=1/sales.csv
#   aws s3 cp complete.json s3://<raw>/sales/sales_data/delivery=1/_complete.json
terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

provider "aws" {
  region = var.region
}

variable "region" {
  type    = string
  default = "us-east-1"
}

variable "project" {
  type    = string
  default = "sales-pipeline"
}

variable "password" {
  description = "of the cluster's first user"
  type        = string
  sensitive   = true
}

variable "alert_email" {
  type    = string
  default = "data-team@example.org"
}

# Where Glue's jobs reach the cluster; empty where it is public.
variable "subnet" {
  type    = string
  default = ""
}

variable "availability_zone" {
  type    = string
  default = "us-east-1a"
}

variable "security_groups" {
  type    = list(string)
  default = []
}

locals {
  scripts = "${path.module}/../../../glue-jobs/sales"
  role    = "${var.project}-role"
}

output "raw_bucket" {
  value = aws_s3_bucket.bucket["raw"].id
}

output "cluster" {
  value = "${aws_redshift_cluster.warehouse.dns_name}:${aws_redshift_cluster.warehouse.port}"
}
