{{ config(
    materialized='incremental',
    incremental_strategy='insert_overwrite',
    partitioned_by=['day'],
    format='parquet'
) }}

SELECT department, cases, day
FROM {{ ref('known_cases') }}
{% if is_incremental() %}
WHERE day > (SELECT max(day) FROM {{ this }})
{% endif %}
