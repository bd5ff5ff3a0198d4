variable "project" {
  type    = string
  default = "sales-lake"
}

variable "region" {
  type    = string
  default = "us-east-1"
}

variable "environment" {
  type    = string
  default = "dev"
}

variable "raw_retention_days" {
  type    = number
  default = 90
}

variable "with_cluster" {
  description = "Whether an EMR cluster runs a step. It takes a while to come and to go."
  type        = bool
  default     = true
}
