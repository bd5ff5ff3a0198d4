# import aws_sqs_queue.one $aws_sqs_queue.one.url
# import aws_sqs_queue.ordered $aws_sqs_queue.ordered.url
# import aws_sqs_queue_policy.one $aws_sqs_queue.one.url
# import aws_sqs_queue_redrive_policy.one $aws_sqs_queue.one.url
# import aws_sqs_queue_redrive_allow_policy.one $aws_sqs_queue.letters.url
# import aws_sns_topic.one $aws_sns_topic.one.arn
# import aws_sns_topic.ordered $aws_sns_topic.ordered.arn
# import aws_sns_topic_policy.one $aws_sns_topic.one.arn
# import aws_sns_topic_subscription.one $aws_sns_topic_subscription.one.arn
# import aws_sns_topic_subscription.ordered $aws_sns_topic_subscription.ordered.arn
# import aws_cloudwatch_event_bus.one terraform-bus
# import aws_cloudwatch_event_rule.one terraform-bus/terraform-rule
# import aws_cloudwatch_event_rule.timed terraform-timed
# import aws_cloudwatch_event_target.one terraform-bus/terraform-rule/queue
# import aws_cloudwatch_event_target.timed terraform-timed/topic
# import aws_cloudwatch_event_permission.one terraform-bus/terraform-statement
# import aws_s3_bucket_notification.one terraform-notified
# import aws_s3_bucket_notification.bus terraform-bus-notified

resource "aws_sqs_queue" "one" {
  name                       = "terraform-queue"
  visibility_timeout_seconds = var.changed ? 90 : 60
  message_retention_seconds  = 86400
  max_message_size           = 2048
  delay_seconds              = var.changed ? 0 : 5
  receive_wait_time_seconds  = 10

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_sqs_queue" "letters" {
  name                    = "terraform-letters"
  sqs_managed_sse_enabled = var.changed
}

resource "aws_sqs_queue" "ordered" {
  name                        = "terraform-queue.fifo"
  fifo_queue                  = true
  content_based_deduplication = true
  deduplication_scope         = var.changed ? "messageGroup" : "queue"
  fifo_throughput_limit       = var.changed ? "perMessageGroupId" : "perQueue"
}

resource "aws_sqs_queue" "together" {
  name = "terraform-together"

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.letters.arn
    maxReceiveCount     = var.changed ? 4 : 3
  })

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = var.changed ? "sns.amazonaws.com" : "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:us-east-1:000000000000:terraform-together"
    }]
  })
}

resource "aws_sqs_queue_policy" "one" {
  queue_url = aws_sqs_queue.one.id

  policy = jsonencode({
    Version = "2012-10-17"
    Id      = var.changed ? "later" : "first"
    Statement = [{
      Sid       = "notify"
      Effect    = "Allow"
      Principal = { Service = ["s3.amazonaws.com", "sns.amazonaws.com", "events.amazonaws.com"] }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.one.arn
      Condition = { StringEquals = { "aws:SourceAccount" = "000000000000" } }
    }]
  })
}

resource "aws_sqs_queue_redrive_policy" "one" {
  queue_url = aws_sqs_queue.one.id

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.letters.arn
    maxReceiveCount     = var.changed ? 6 : 5
  })
}

resource "aws_sqs_queue_redrive_allow_policy" "one" {
  queue_url = aws_sqs_queue.letters.id

  redrive_allow_policy = jsonencode(var.changed ? { redrivePermission = "allowAll", sourceQueueArns = null } : {
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.one.arn, aws_sqs_queue.together.arn]
  })
}

resource "aws_sns_topic" "one" {
  name         = "terraform-topic"
  display_name = var.changed ? "Later" : "A topic"

  delivery_policy = jsonencode({
    http = {
      defaultHealthyRetryPolicy = {
        minDelayTarget = 20, maxDelayTarget = 20, numRetries = var.changed ? 4 : 3, numMaxDelayRetries = 0
        numNoDelayRetries = 0, numMinDelayRetries = 0, backoffFunction = "linear"
      }
      disableSubscriptionOverrides = false
    }
  })

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_sns_topic" "ordered" {
  name                        = "terraform-topic.fifo"
  fifo_topic                  = true
  content_based_deduplication = var.changed
}

resource "aws_sns_topic_policy" "one" {
  arn = aws_sns_topic.one.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = var.changed ? ["s3.amazonaws.com", "events.amazonaws.com"] : ["s3.amazonaws.com"] }
      Action    = "SNS:Publish"
      Resource  = aws_sns_topic.one.arn
    }]
  })
}

resource "aws_sns_topic_subscription" "one" {
  topic_arn            = aws_sns_topic.one.arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.one.arn
  raw_message_delivery = var.changed
  filter_policy_scope  = var.changed ? "MessageBody" : "MessageAttributes"
  filter_policy        = jsonencode({ kind = var.changed ? ["a", "b"] : ["a"] })
  redrive_policy       = jsonencode({ deadLetterTargetArn = aws_sqs_queue.letters.arn })
}

resource "aws_sns_topic_subscription" "ordered" {
  topic_arn = aws_sns_topic.ordered.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.ordered.arn
}

resource "aws_sns_topic_subscription" "mail" {
  topic_arn = aws_sns_topic.one.arn
  protocol  = "email"
  endpoint  = "who@example.com"
}

resource "aws_cloudwatch_event_bus" "one" {
  name        = "terraform-bus"
  description = var.changed ? "later" : "a bus"

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_cloudwatch_event_rule" "one" {
  name           = "terraform-rule"
  description    = var.changed ? "later" : "a rule"
  event_bus_name = aws_cloudwatch_event_bus.one.name
  state          = var.changed ? "DISABLED" : "ENABLED"
  event_pattern  = jsonencode({ source = ["aws.glue"], detail = { state = var.changed ? ["FAILED", "TIMEOUT"] : ["FAILED"] } })

  tags = {
    stage = var.changed ? "b" : "a"
  }
}

resource "aws_cloudwatch_event_rule" "timed" {
  name                = "terraform-timed"
  schedule_expression = var.changed ? "cron(0 3 * * ? *)" : "rate(1 day)"
}

resource "aws_cloudwatch_event_target" "one" {
  rule           = aws_cloudwatch_event_rule.one.name
  event_bus_name = aws_cloudwatch_event_bus.one.name
  target_id      = "queue"
  arn            = aws_sqs_queue.ordered.arn

  sqs_target {
    message_group_id = "failures"
  }

  input_transformer {
    input_paths    = { job = "$.detail.jobName" }
    input_template = var.changed ? "{\"failed\": <job>}" : "\"<job> has failed\""
  }

  retry_policy {
    maximum_event_age_in_seconds = 3600
    maximum_retry_attempts       = var.changed ? 4 : 2
  }

  dead_letter_config {
    arn = aws_sqs_queue.letters.arn
  }
}

resource "aws_cloudwatch_event_target" "timed" {
  rule      = aws_cloudwatch_event_rule.timed.name
  target_id = "topic"
  arn       = aws_sns_topic.one.arn
  input     = jsonencode({ hello = var.changed ? "again" : "there" })
}

resource "aws_cloudwatch_event_permission" "one" {
  event_bus_name = aws_cloudwatch_event_bus.one.name
  principal      = var.changed ? "222222222222" : "111111111111"
  statement_id   = "terraform-statement"
}

resource "aws_s3_bucket" "notified" {
  bucket = "terraform-notified"
}

resource "aws_s3_bucket" "bus" {
  bucket = "terraform-bus-notified"
}

resource "aws_s3_bucket_notification" "one" {
  bucket = aws_s3_bucket.notified.id

  queue {
    id            = "queue"
    queue_arn     = aws_sqs_queue.one.arn
    events        = ["s3:ObjectCreated:*"]
    filter_prefix = var.changed ? "in/" : "raw/"
    filter_suffix = ".csv"
  }

  topic {
    id        = "topic"
    topic_arn = aws_sns_topic.one.arn
    events    = var.changed ? ["s3:ObjectRemoved:*", "s3:ObjectTagging:*"] : ["s3:ObjectRemoved:Delete"]
  }

  depends_on = [aws_sqs_queue_policy.one, aws_sns_topic_policy.one]
}

resource "aws_s3_bucket_notification" "bus" {
  bucket      = aws_s3_bucket.bus.id
  eventbridge = true
}
