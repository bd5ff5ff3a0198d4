output "workgroup" {
  value = aws_athena_workgroup.analysts.name
}

output "job" {
  value = aws_glue_job.clean.name
}

output "buckets" {
  value = { for zone, bucket in aws_s3_bucket.zone : zone => bucket.id }
}
