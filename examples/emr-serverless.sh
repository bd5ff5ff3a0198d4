#!/usr/bin/env bash
# EMR Serverless from the aws command line alone. Needs the aws command line and the lake (./laguna up).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ -n "${AWS_ENDPOINT_URL:-}" ] || eval "$(./laguna env)"
export AWS_PAGER=""

# Releases of the aws command line before 2.13 do not read AWS_ENDPOINT_URL.
aws() { command aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; }

say() { printf '\n== %s\n' "$*"; }

role=arn:aws:iam::000000000000:role/EMRServerlessJobRole

# start NAME SQL [OPTION...]: starts a job run of the class RunSql and prints its id.
start() {
    local name=$1 sql=$2
    shift 2
    aws emr-serverless start-job-run --application-id "$application" --execution-role-arn "$role" --name "$name" \
        --job-driver "$(printf '{"sparkSubmit":{"entryPoint":"s3://code/apps.jar","entryPointArguments":["--statement","%s"],"sparkSubmitParameters":"--class io.laguna.apps.sql.RunSql"}}' "$sql")" \
        --configuration-overrides '{"monitoringConfiguration":{"s3MonitoringConfiguration":{"logUri":"s3://logs/serverless/"}}}' \
        --query jobRunId --output text "$@"
}

job() {
    aws emr-serverless get-job-run --application-id "$application" --job-run-id "$1" --query "jobRun.$2" --output text
}

# await JOB_RUN PATTERN: waits until the job run's state matches.
await() {
    local deadline=$((SECONDS + 180))
    until [[ $(job "$1" state) =~ $2 ]]; do
        [ $SECONDS -lt $deadline ] || { echo "$1 is still $(job "$1" state)"; exit 1; }
        sleep 1
    done
}

aws s3 mb s3://code >/dev/null 2>&1 || true
aws s3 mb s3://logs >/dev/null 2>&1 || true
aws s3 cp --only-show-errors spark-apps/target/laguna-spark-apps.jar s3://code/apps.jar
application=$(aws emr-serverless create-application --name example --type SPARK --release-label emr-7.10.0 \
    --query applicationId --output text)

say "A job in Java"
run=$(start count "select count(*) from range(1000)")
await "$run" 'SUCCESS|FAILED'
job "$run" '[state,stateDetails]'
aws s3 ls --recursive "s3://logs/serverless/applications/$application/jobs/$run/"

say "A job that fails says why"
run=$(start wrong "select nothing from nowhere")
await "$run" 'SUCCESS|FAILED'
job "$run" '[state,stateDetails]'

say "A job that is cancelled"
long="select count(*) from range(1000000000000) where id % 3 = 1"
run=$(start cancelled "$long")
await "$run" RUNNING
aws emr-serverless cancel-job-run --application-id "$application" --job-run-id "$run" --query jobRunId --output text
await "$run" CANCELLED
job "$run" '[state,stateDetails]'

say "A job that takes longer than it may"
run=$(start slow "$long" --execution-timeout-minutes 1)
await "$run" 'FAILED|CANCELLED|SUCCESS'
job "$run" '[state,stateDetails]'

aws emr-serverless stop-application --application-id "$application"
