WITH delay AS (
    SELECT if(grouping(department_code) = 1, 'CO', department_code) AS department_code,
           `interval`,
           coalesce(sum(cases) FILTER (WHERE days >= 0), 0) AS cases,
           sum(days * cases) FILTER (WHERE days >= 0) / sum(cases) FILTER (WHERE days >= 0) AS mean_days,
           percentile(days, 0.5, cases) FILTER (WHERE days >= 0) AS median_days,
           percentile(days, 0.9, cases) FILTER (WHERE days >= 0) AS p90_days,
           coalesce(sum(cases) FILTER (WHERE days < 0), 0) AS excluded
    FROM delays
    GROUP BY department_code, `interval` GROUPING SETS ((department_code, `interval`), (`interval`))
)
SELECT department_code,
       coalesce(departments.department, 'Colombia') AS department,
       `interval`,
       cases,
       mean_days,
       median_days,
       p90_days,
       excluded
FROM delay
LEFT JOIN departments USING (department_code)
