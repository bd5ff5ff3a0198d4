#!/usr/bin/env bash
# Amazon EMR from the aws command line alone: the same commands create the same clusters on AWS.
# Needs the aws command line, the lake (./laguna up) and the data of the demo on it (./laguna demo).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ -n "${AWS_ENDPOINT_URL:-}" ] || eval "$(./laguna env)"
export AWS_PAGER=""

# Releases of the aws command line before 2.13 do not read AWS_ENDPOINT_URL.
aws() { command aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; }

say() { printf '\n== %s\n' "$*"; }

state() { aws emr describe-cluster --cluster-id "$1" --query Cluster.Status.State --output text; }

# await_state CLUSTER PATTERN: waits until the cluster's state matches.
await_state() {
    local deadline=$((SECONDS + 180))
    until [[ $(state "$1") =~ $2 ]]; do
        [ $SECONDS -lt $deadline ] || { echo "$1 is still $(state "$1")"; exit 1; }
        sleep 1
    done
}

steps() {
    aws emr list-steps --cluster-id "$1" --query 'reverse(Steps)[].[Name,Status.State]' --output text
}

# A step that is a spark-submit of the jar: spark NAME ACTION_ON_FAILURE MAIN_CLASS ARGUMENTS...
spark() {
    local name=$1 action=$2 main_class=$3
    shift 3
    local IFS=,
    printf 'Type=Spark,Name=%s,ActionOnFailure=%s,Args=[--deploy-mode,cluster,--class,io.laguna.apps.covid.%s,%s,%s]' \
        "$name" "$action" "$main_class" s3://code/covid.jar "$*"
}

create_cluster() {
    aws emr create-cluster --release-label emr-7.10.0 --applications Name=Spark --use-default-roles \
        --instance-type m5.xlarge --instance-count 1 --log-uri s3://logs/emr/ --query ClusterId --output text "$@"
}

aws s3 mb s3://code >/dev/null 2>&1 || true
aws s3 mb s3://logs >/dev/null 2>&1 || true
aws s3 cp --only-show-errors spark-apps/target/laguna-spark-apps.jar s3://code/covid.jar

say "A transient cluster with three steps"
cluster=$(create_cluster --name transient --auto-terminate --steps \
    "$(spark clean-cases TERMINATE_CLUSTER CleanCases --raw s3://raw --trusted s3://trusted)" \
    "$(spark build-marts TERMINATE_CLUSTER BuildMarts --raw s3://raw --trusted s3://trusted --refined s3://refined)" \
    "$(spark build-report TERMINATE_CLUSTER BuildReport --raw s3://raw --trusted s3://trusted --refined s3://refined)")
await_state "$cluster" TERMINATED
steps "$cluster"
aws emr describe-cluster --cluster-id "$cluster" \
    --query 'Cluster.[Id,Status.State,Status.StateChangeReason.Message]' --output text

say "A step that fails, with CANCEL_AND_WAIT: what is behind it is cancelled, the cluster waits"
cluster=$(create_cluster --name failing --steps \
    "$(spark clean-cases CANCEL_AND_WAIT CleanCases --raw s3://no-such-bucket --trusted s3://trusted)" \
    "$(spark build-marts CANCEL_AND_WAIT BuildMarts --raw s3://raw --trusted s3://trusted --refined s3://refined)")
await_state "$cluster" WAITING
steps "$cluster"
aws emr list-steps --cluster-id "$cluster" --step-states FAILED --query 'Steps[0].Status.FailureDetails'
log=$(aws emr list-steps --cluster-id "$cluster" --step-states FAILED \
    --query 'Steps[0].Status.FailureDetails.LogFile' --output text)
aws s3 ls "${log%/*}/"
aws s3 cp "$log" - | gunzip | grep -m 1 Exception
aws emr terminate-clusters --cluster-ids "$cluster"

say "A cluster that stays, two steps at once, and s3-dist-cp"
printf 'a\n' | aws s3 cp - s3://raw/parts/2026-01-part1.txt
printf 'b\n' | aws s3 cp - s3://raw/parts/2026-01-part2.txt
printf 'c\n' | aws s3 cp - s3://raw/parts/2026-02-part1.txt
cluster=$(create_cluster --name long-running --step-concurrency-level 2)
aws emr add-steps --cluster-id "$cluster" --steps '[
    {"Type": "CUSTOM_JAR", "Name": "pi", "ActionOnFailure": "CONTINUE", "Jar": "command-runner.jar",
     "Args": ["spark-example", "SparkPi", "2000"]},
    {"Type": "CUSTOM_JAR", "Name": "group", "ActionOnFailure": "CONTINUE", "Jar": "command-runner.jar",
     "Args": ["s3-dist-cp", "--src=s3://raw/parts/", "--dest=s3://raw/grouped/", "--groupBy=.*(2026-[0-9]+)-part.*"]}
]' >/dev/null
deadline=$((SECONDS + 120))
while [ -n "$(aws emr list-steps --cluster-id "$cluster" --step-states PENDING RUNNING --query 'Steps[].Id' --output text)" ]; do
    [ $SECONDS -lt $deadline ] || { echo "The steps still run"; exit 1; }
done
steps "$cluster"
read -r last_start first_end < <(aws emr list-steps --cluster-id "$cluster" --output text \
    --query '[max(Steps[].Status.Timeline.StartDateTime), min(Steps[].Status.Timeline.EndDateTime)]')
[[ $last_start < $first_end ]] || { echo "One step waited for the other"; exit 1; }
echo "both steps ran at once"
aws s3 ls s3://raw/grouped/
aws s3 cp s3://raw/grouped/2026-01 -
aws emr terminate-clusters --cluster-ids "$cluster"
await_state "$cluster" TERMINATED
aws emr list-clusters --query 'Clusters[].[Id,Name,Status.State]' --output text
