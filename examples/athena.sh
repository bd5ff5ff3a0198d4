#!/usr/bin/env bash
# Amazon Athena from the aws command line alone: "Get started" of its user guide, as it is on AWS, over log lines that
# this script makes. Needs the aws command line and the lake (./laguna up).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ -n "${AWS_ENDPOINT_URL:-}" ] || eval "$(./laguna env)"
export AWS_PAGER=""

# Releases of the aws command line before 2.13 do not read AWS_ENDPOINT_URL.
aws() { command aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; }

say() { printf '\n== %s\n' "$*"; }

# run SQL [OPTION...]: runs a statement to its end, and sets $query to its id.
run() {
    local sql=$1 state=QUEUED deadline=$((SECONDS + 300))
    shift
    query=$(aws athena start-query-execution --query-string "$sql" --query-execution-context Database=mydatabase \
        --result-configuration OutputLocation=s3://athena-results/tutorial/ --query QueryExecutionId --output text "$@")
    while [[ $state == QUEUED || $state == RUNNING ]]; do
        [ $SECONDS -lt $deadline ] || { echo "$query is still $state"; exit 1; }
        sleep 0.2
        state=$(aws athena get-query-execution --query-execution-id "$query" \
            --query QueryExecution.Status.State --output text)
    done
    [ "$state" = SUCCEEDED ] || {
        aws athena get-query-execution --query-execution-id "$query" \
            --query QueryExecution.Status.StateChangeReason --output text
        exit 1
    }
}

# log_line DATE OS BROWSER VERSION: as CloudFront writes it, with blanks in the user agent as %20.
log_line() {
    printf '%s\t20:00:09\tDFW3\t4260\t10.0.0.15\tGET\teabcd12345678.cloudfront.net\t/test-image-1.jpeg\t200\t-\t' "$1"
    printf 'Mozilla/5.0%%20(%s;%%20U)%%20%s/%s\n' "$2" "$3" "$4"
}

aws s3 mb s3://athena-results >/dev/null 2>&1 || true
aws s3 mb s3://athena-examples >/dev/null 2>&1 || true
{
    printf '#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem\n'
    log_line 2014-07-05 Linux Firefox 3.5
    log_line 2014-07-05 MacOS Lynx 2.8
    log_line 2014-07-06 Linux Opera 12.1
    log_line 2014-08-05 iOS Safari 7.0
    log_line 2014-08-06 Android Chrome 36.0
} | aws s3 cp - s3://athena-examples/cloudfront/plaintext/log1

say "Step 1: Create a database"
run "CREATE DATABASE IF NOT EXISTS mydatabase"
aws athena list-databases --catalog-name AwsDataCatalog --query "DatabaseList[?Name=='mydatabase'].Name" --output text

say "Step 2: Create a table"
run 'CREATE EXTERNAL TABLE IF NOT EXISTS cloudfront_logs (
  `Date` DATE, Time STRING, Location STRING, Bytes INT, RequestIP STRING, Method STRING, Host STRING, Uri STRING,
  Status INT, Referrer STRING, Os STRING, Browser STRING, BrowserVersion STRING
)
ROW FORMAT SERDE '\''org.apache.hadoop.hive.serde2.RegexSerDe'\''
WITH SERDEPROPERTIES (
  "input.regex" = "^(?!#)([^ ]+)\\s+([^ ]+)\\s+([^ ]+)\\s+([^ ]+)\\s+([^ ]+)\\s+([^ ]+)\\s+([^ ]+)\\s+([^ ]+)\\s+([^ ]+)\\s+([^ ]+)\\s+[^\(]+[\(]([^\;]+).*\%20([^\/]+)[\/](.*)$"
)
LOCATION '\''s3://athena-examples/cloudfront/plaintext/'\'''
aws athena get-table-metadata --catalog-name AwsDataCatalog --database-name mydatabase --table-name cloudfront_logs \
    --query 'TableMetadata.[Name,Columns[0].Type]' --output text

say "Step 3: Query data"
run "SELECT os, COUNT(*) count
FROM cloudfront_logs
WHERE date BETWEEN date '2014-07-05' AND date '2014-08-05'
GROUP BY os
ORDER BY os"
aws athena get-query-results --query-execution-id "$query" --query 'ResultSet.Rows[].[Data[0].VarCharValue,Data[1].VarCharValue]' \
    --output text
aws athena get-query-execution --query-execution-id "$query" \
    --query 'QueryExecution.[StatementType,Status.State,ResultConfiguration.OutputLocation]' --output text

say "The result file"
aws s3 cp "s3://athena-results/tutorial/$query.csv" -
aws s3 ls "s3://athena-results/tutorial/$query" | awk '{print $4}' | sed "s/$query/QUERY/"

say "Saved queries"
named=$(aws athena create-named-query --name "by browser" --database mydatabase --query NamedQueryId --output text \
    --query-string "SELECT browser, count(*) n FROM cloudfront_logs WHERE browser IS NOT NULL GROUP BY 1 ORDER BY 1")
run "$(aws athena get-named-query --named-query-id "$named" --query NamedQuery.QueryString --output text)"
aws s3 cp "s3://athena-results/tutorial/$query.csv" -
aws athena delete-named-query --named-query-id "$named"

say "Parameters"
run "SELECT count(*) n FROM cloudfront_logs WHERE os = ?" --execution-parameters "'Linux'"
aws athena get-query-results --query-execution-id "$query" --query 'ResultSet.Rows[1].Data[0].VarCharValue' --output text

say "Clean up"
run "DROP TABLE cloudfront_logs"
run "DROP DATABASE mydatabase"
aws athena list-databases --catalog-name AwsDataCatalog --query "length(DatabaseList[?Name=='mydatabase'])"
