#!/usr/bin/env bash
# An alert when a Glue job fails, from the aws command line alone: the same commands make the same alert on AWS. A rule of
# EventBridge sees the job's end; it writes the alert into a log group, and a topic of SNS tells a reader by e-mail. Laguna
# sends no e-mail: it puts it into the folder .laguna/mail of the lake, first the one whose link confirms the subscription.
# Needs the aws command line, and the lake (./laguna up).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ -n "${AWS_ENDPOINT_URL:-}" ] || eval "$(./laguna env)"
export AWS_PAGER=""

# Releases of the aws command line before 2.13 do not read AWS_ENDPOINT_URL.
aws() { command aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; }

say() { printf '\n== %s\n' "$*"; }

group=/aws/events/job-alerts
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

say "A log group, and a topic with a reader"
aws logs create-log-group --log-group-name "$group"
group_arn=$(aws logs describe-log-groups --log-group-name-prefix "$group" --query 'logGroups[0].arn' --output text)
topic=$(aws sns create-topic --name job-alerts --query TopicArn --output text)
aws sns subscribe --topic-arn "$topic" --protocol email --notification-endpoint data-team@example.org \
    --query SubscriptionArn --output text

say "A rule for jobs that fail"
aws events put-rule --name failed-jobs --event-pattern \
    '{"source": ["aws.glue"], "detail-type": ["Glue Job State Change"], "detail": {"state": ["FAILED", "TIMEOUT"]}}' \
    --query RuleArn --output text
transformer='{"InputPathsMap": {"job": "$.detail.jobName", "state": "$.detail.state", "why": "$.detail.message"},
    "InputTemplate": "\"The job <job> has ended as <state>: <why>\""}'
cat >"$folder/targets.json" <<END
[{"Id": "log", "Arn": "${group_arn%:\*}", "InputTransformer": $transformer},
 {"Id": "readers", "Arn": "$topic", "InputTransformer": $transformer}]
END
aws events put-targets --rule failed-jobs --targets "file://$folder/targets.json" --query FailedEntryCount

say "A job that fails"
printf 'rows = []\nprint("the first row is", rows[0])\n' >"$folder/load.py"
aws s3 mb s3://alert-scripts >/dev/null 2>&1 || true
aws s3 cp --quiet "$folder/load.py" s3://alert-scripts/load.py
aws glue create-job --name nightly-load --role arn:aws:iam::000000000000:role/glue \
    --command Name=pythonshell,ScriptLocation=s3://alert-scripts/load.py,PythonVersion=3.9 --query Name --output text
aws glue start-job-run --job-name nightly-load --query JobRunId --output text

say "The alert"
deadline=$((SECONDS + 120))
alert=None
until [ "$alert" != None ]; do
    [ $SECONDS -lt $deadline ] || { echo "No alert has come"; exit 1; }
    sleep 1
    alert=$(aws logs filter-log-events --log-group-name "$group" --query 'events[0].message' --output text)
done
printf '%s\n' "$alert"

say "Away with it"
aws glue delete-job --job-name nightly-load --query JobName --output text
aws events remove-targets --rule failed-jobs --ids log readers --query FailedEntryCount
aws events delete-rule --name failed-jobs
aws sns delete-topic --topic-arn "$topic"
aws logs delete-log-group --log-group-name "$group"
