#!/usr/bin/env bash
# The API of the COVID-19 pipeline's results, from the aws command line alone: a function asks Athena for the tables of the
# refined zone, and an HTTP API that examples/results-api/openapi.yaml describes leads to it. On AWS, ROLE is the ARN of a role
# that may use Athena, Glue and the buckets, and RESULTS a folder of S3.
# Needs the aws command line, and a lake on which the pipeline has run (./laguna up, ./laguna run covid).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ -n "${AWS_ENDPOINT_URL:-}" ] || eval "$(./laguna env)"
export AWS_PAGER=""

# Releases of the aws command line before 2.13 do not read AWS_ENDPOINT_URL.
aws() { command aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; }

say() { printf '\n== %s\n' "$*"; }

role=${ROLE:-arn:aws:iam::000000000000:role/covid}
results=${RESULTS:-s3://refined/covid/api/}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

say "The function"
python3 -m zipfile -c "$folder/function.zip" examples/results-api/index.py
function=$(aws lambda create-function --function-name covid-results --runtime python3.12 --handler index.handler \
    --role "$role" --timeout 29 --memory-size 256 --environment "Variables={RESULTS=$results}" \
    --zip-file "fileb://$folder/function.zip" --query FunctionArn --output text)
aws lambda wait function-active-v2 --function-name covid-results
echo "$function"

say "The API"
sed "s|\${function}|$function|" examples/results-api/openapi.yaml >"$folder/openapi.yaml"
api=$(aws apigatewayv2 import-api --body "file://$folder/openapi.yaml" --query ApiId --output text)
aws apigatewayv2 create-stage --api-id "$api" --stage-name '$default' --auto-deploy --query StageName --output text
aws apigatewayv2 get-routes --api-id "$api" --query 'sort(Items[].RouteKey)' --output text
account=$(cut -d: -f5 <<<"$function") region=$(cut -d: -f4 <<<"$function")
aws lambda add-permission --function-name covid-results --statement-id api --action lambda:InvokeFunction \
    --principal apigateway.amazonaws.com --source-arn "arn:aws:execute-api:$region:$account:$api/*/*" >"$folder/permission"

# The address of the API; by a path here, so that no name has to lead to this machine.
case $AWS_ENDPOINT_URL in
    *amazonaws.com*) address=https://$api.execute-api.$region.amazonaws.com ;;
    *) address=$AWS_ENDPOINT_URL/_aws/execute-api/$api ;;
esac
echo "$address"

for path in '/departments?limit=2' /departments/5 '/departments/05/daily?from=2020-06-01&to=2020-06-02' /country /model \
    /departments/98 /departments/none '/departments/05/daily?from=June' /nothing; do
    say "GET $path"
    curl -s -w '\n%{http_code}\n' "$address$path"
done
