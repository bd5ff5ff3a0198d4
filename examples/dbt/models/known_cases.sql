{{ config(materialized='view') }}

SELECT day, department, cases
FROM {{ ref('daily_cases') }}
WHERE day <= DATE '{{ var("as_of") }}'
