{{ config(materialized='table', format='parquet', write_compression='zstd') }}

SELECT
    d.code,
    d.name,
    coalesce(sum(k.cases), 0) AS cases,
    round(100000e0 * coalesce(sum(k.cases), 0) / d.population, 1) AS per_100000
FROM {{ ref('departments') }} d
LEFT JOIN {{ ref('known_cases') }} k ON k.department = d.code
GROUP BY d.code, d.name, d.population
