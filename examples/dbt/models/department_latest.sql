{{ config(
    materialized='incremental',
    table_type='iceberg',
    incremental_strategy='merge',
    unique_key='department',
    format='parquet',
    table_properties={
        'vacuum_max_snapshot_age_seconds': '86400',
        'optimize_rewrite_delete_file_threshold': '2'
    }
) }}

SELECT department, max(day) AS day, max_by(cases, day) AS cases
FROM {{ ref('known_cases') }}
{% if is_incremental() %}
WHERE day > (SELECT max(day) FROM {{ this }})
{% endif %}
GROUP BY department
