WITH total AS (
    SELECT department_code, sum(cases) AS cases, sum(deaths) AS deaths
    FROM reported
    GROUP BY department_code
),
rated AS (
    SELECT departments.*,
           coalesce(cases, 0) AS cases,
           coalesce(deaths, 0) AS deaths,
           coalesce(cases, 0) * 100000 / population AS cases_per_100k,
           coalesce(deaths, 0) * 100000 / population AS deaths_per_100k
    FROM departments
    LEFT JOIN total USING (department_code)
)
SELECT row_number() OVER (PARTITION BY year ORDER BY cases_per_100k DESC, department_code) AS rank,
       department_code,
       department,
       population,
       cases,
       deaths,
       cases_per_100k,
       deaths_per_100k,
       deaths / nullif(cases, 0) AS fatality_rate,
       cases / CAST(area_km2 AS DOUBLE) AS cases_per_km2
FROM rated
