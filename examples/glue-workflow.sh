#!/usr/bin/env bash
# A Glue workflow from the aws command line alone: the same commands make the same workflow on AWS. A file in S3 becomes a
# table by a crawler; a PySpark job writes it as Parquet; a second crawler finds that; Athena reads it; and a job of its own
# runs when the first one fails. It may run every night: the workflow begins with a schedule.
# Needs the aws command line, and the lake (./laguna up).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ -n "${AWS_ENDPOINT_URL:-}" ] || eval "$(./laguna env)"
export AWS_PAGER=""

# Releases of the aws command line before 2.13 do not read AWS_ENDPOINT_URL.
aws() { command aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; }

say() { printf '\n== %s\n' "$*"; }

role=arn:aws:iam::000000000000:role/glue
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# run: starts the workflow, waits for its end, and prints the state of each node that is no trigger.
run() {
    local id deadline=$((SECONDS + 300))
    id=$(aws glue start-workflow-run --name nightly-sales --query RunId --output text)
    until [ "$(status "$id")" != RUNNING ]; do
        [ $SECONDS -lt $deadline ] || { echo "$id is still RUNNING"; exit 1; }
        sleep 1
    done
    printf '%s\n' "$(status "$id")"
    aws glue get-workflow-run --name nightly-sales --run-id "$id" --include-graph --output text --query \
        'Run.Graph.Nodes[?Type!=`TRIGGER`].[Name, JobDetails.JobRuns[-1].JobRunState || CrawlerDetails.Crawls[-1].State || `-`]' |
        LC_ALL=C sort
}

status() { aws glue get-workflow-run --name nightly-sales --run-id "$1" --query Run.Status --output text; }

# when JOB STATE, or when_crawled CRAWLER STATE: the condition of a trigger.
when() { printf '{"Conditions": [{"LogicalOperator": "EQUALS", "JobName": "%s", "State": "%s"}]}' "$1" "$2"; }
when_crawled() { printf '{"Conditions": [{"LogicalOperator": "EQUALS", "CrawlerName": "%s", "CrawlState": "%s"}]}' "$1" "$2"; }

then_run() {
    aws glue create-trigger --name "$1" --workflow-name nightly-sales --type CONDITIONAL --start-on-creation \
        --predicate "$2" --actions "$3" --query Name --output text
}

say "A file, and the scripts of two jobs"
cat >"$folder/sales.csv" <<'END'
order_id,product,quantity,price
1,Laptop,2,1200.50
2,Mouse,5,20
3,Laptop,1,1199.00
END
cat >"$folder/clean.py" <<'END'
import sys

from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame
from awsglue.job import Job
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext

arguments = getResolvedOptions(sys.argv, ["JOB_NAME", "TABLE"])
glue = GlueContext(SparkContext.getOrCreate())
job = Job(glue)
job.init(arguments["JOB_NAME"], arguments)
sales = glue.create_dynamic_frame.from_catalog(database="sales", table_name=arguments["TABLE"]).toDF()
total = sales.withColumn("total", sales.quantity * sales.price)
glue.write_dynamic_frame.from_options(
    frame=DynamicFrame.fromDF(total.coalesce(1), glue, "total"),
    connection_type="s3",
    connection_options={"path": "s3://sales-clean/totals/"},
    format="parquet",
)
job.commit()
END
cat >"$folder/alarm.py" <<'END'
print("The sales of tonight are not there.")
END
for bucket in sales-raw sales-clean sales-code sales-results; do
    aws s3 mb "s3://$bucket" >/dev/null 2>&1 || true
done
aws s3 cp --only-show-errors "$folder/sales.csv" s3://sales-raw/orders/sales.csv
aws s3 cp --only-show-errors "$folder" s3://sales-code/ --recursive --exclude '*.csv'
aws s3 ls s3://sales-code/ | awk '{ print $4 }'

say "Two crawlers and two jobs"
for database in sales sales_clean; do
    aws glue create-database --database-input "Name=$database"
done
aws glue create-crawler --name raw --role "$role" --database-name sales \
    --targets '{"S3Targets": [{"Path": "s3://sales-raw/orders/"}]}'
aws glue create-crawler --name clean --role "$role" --database-name sales_clean \
    --targets '{"S3Targets": [{"Path": "s3://sales-clean/totals/"}]}'
aws glue create-job --name clean-sales --role "$role" --glue-version 5.0 --worker-type G.1X --number-of-workers 2 \
    --command Name=glueetl,ScriptLocation=s3://sales-code/clean.py --default-arguments '{"--TABLE": "orders"}' \
    --query Name --output text
aws glue create-job --name alarm --role "$role" \
    --command Name=pythonshell,PythonVersion=3.9,ScriptLocation=s3://sales-code/alarm.py --query Name --output text

say "A workflow that begins every night at two"
aws glue create-workflow --name nightly-sales --query Name --output text
aws glue create-trigger --name every-night --workflow-name nightly-sales --type SCHEDULED --schedule 'cron(0 2 * * ? *)' \
    --start-on-creation --actions CrawlerName=raw --query Name --output text
then_run table-is-there "$(when_crawled raw SUCCEEDED)" JobName=clean-sales
then_run sales-are-clean "$(when clean-sales SUCCEEDED)" CrawlerName=clean
then_run sales-are-missing "$(when clean-sales FAILED)" JobName=alarm

say "A run of it now"
run

say "What Athena reads of it"
query=$(aws athena start-query-execution --query-string \
    'select product, cast(sum(total) as decimal(10, 2)) total from sales_clean.totals group by 1 order by 1' \
    --result-configuration OutputLocation=s3://sales-results/ --query QueryExecutionId --output text)
until aws athena get-query-execution --query-execution-id "$query" --query QueryExecution.Status.State --output text |
    grep -Eq 'SUCCEEDED|FAILED'; do sleep 1; done
aws athena get-query-results --query-execution-id "$query" --query 'ResultSet.Rows[].Data[].VarCharValue' --output text |
    xargs -n 2

say "A run whose job fails: the run is COMPLETED, as on AWS, and the other branch has run"
aws glue update-trigger --name table-is-there --trigger-update \
    "{\"Predicate\": $(when_crawled raw SUCCEEDED), \"Actions\": [{\"JobName\": \"clean-sales\", \"Arguments\": {\"--TABLE\": \"nowhere\"}}]}" \
    --query Trigger.Name --output text
run

say "Clean up"
for trigger in every-night table-is-there sales-are-clean sales-are-missing; do
    aws glue delete-trigger --name "$trigger" >/dev/null
done
aws glue delete-workflow --name nightly-sales >/dev/null
for job in clean-sales alarm; do aws glue delete-job --job-name "$job" >/dev/null; done
for crawler in raw clean; do aws glue delete-crawler --name "$crawler"; done
for database in sales sales_clean; do aws glue delete-database --name "$database"; done
for bucket in sales-raw sales-clean sales-code sales-results; do aws s3 rb --force "s3://$bucket" >/dev/null; done
aws glue list-workflows --query 'length(Workflows)'
