#!/usr/bin/env bash
# An alert when a Glue job fails, from the aws command line alone: the same commands make the same alert on AWS. A rule of
# EventBridge sees the job's end; a topic of SNS tells a queue, and a reader by e-mail. Laguna sends no e-mail: it puts it
# into the folder .laguna/mail of the lake.
# Needs the aws command line 2.15 or later (SQS speaks JSON since then), and the lake (./laguna up).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ -n "${AWS_ENDPOINT_URL:-}" ] || eval "$(./laguna env)"
export AWS_PAGER=""

say() { printf '\n== %s\n' "$*"; }

say "A topic with a queue and a reader"
topic=$(aws sns create-topic --name job-alerts --query TopicArn --output text)
queue=$(aws sqs create-queue --queue-name job-alerts --query QueueUrl --output text)
queue_arn=$(aws sqs get-queue-attributes --queue-url "$queue" --attribute-names QueueArn --query Attributes.QueueArn --output text)
aws sns subscribe --topic-arn "$topic" --protocol sqs --notification-endpoint "$queue_arn" \
    --attributes RawMessageDelivery=true --query SubscriptionArn --output text
aws sns subscribe --topic-arn "$topic" --protocol email --notification-endpoint data-team@example.org \
    --query SubscriptionArn --output text

say "A rule for jobs that fail"
aws events put-rule --name failed-jobs --event-pattern \
    '{"source": ["aws.glue"], "detail-type": ["Glue Job State Change"], "detail": {"state": ["FAILED", "TIMEOUT"]}}' \
    --query RuleArn --output text
cat >/tmp/targets.$$.json <<END
[{"Id": "alerts", "Arn": "$topic", "InputTransformer": {
    "InputPathsMap": {"job": "$.detail.jobName", "state": "$.detail.state", "why": "$.detail.message"},
    "InputTemplate": "\"The job <job> has ended as <state>: <why>\""}}]
END
aws events put-targets --rule failed-jobs --targets "file:///tmp/targets.$$.json" --query FailedEntryCount
rm "/tmp/targets.$$.json"

say "A job that fails"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf 'rows = []\nprint("the first row is", rows[0])\n' >"$folder/load.py"
aws s3 mb s3://alert-scripts >/dev/null 2>&1 || true
aws s3 cp --quiet "$folder/load.py" s3://alert-scripts/load.py
aws glue create-job --name nightly-load --role arn:aws:iam::000000000000:role/glue \
    --command Name=pythonshell,ScriptLocation=s3://alert-scripts/load.py,PythonVersion=3.9 --query Name --output text
aws glue start-job-run --job-name nightly-load --query JobRunId --output text

say "The alert"
for _ in 1 2 3 4 5 6; do
    alert=$(aws sqs receive-message --queue-url "$queue" --wait-time-seconds 20 --query 'Messages[0].Body' --output text)
    [ "$alert" = None ] || break
done
printf '%s\n' "$alert"

say "Away with it"
aws glue delete-job --job-name nightly-load --query JobName --output text
aws events remove-targets --rule failed-jobs --ids alerts --query FailedEntryCount
aws events delete-rule --name failed-jobs
aws sns delete-topic --topic-arn "$topic"
aws sqs delete-queue --queue-url "$queue"
