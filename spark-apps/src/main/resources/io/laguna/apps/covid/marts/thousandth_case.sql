WITH milestone AS (
    SELECT department_code,
           department,
           min(report_date) FILTER (WHERE cumulative_cases > 0) AS first_case,
           min(report_date) FILTER (WHERE cumulative_cases >= 1000) AS thousandth_case
    FROM daily
    GROUP BY department_code, department
)
SELECT department_code,
       department,
       thousandth_case AS report_date,
       datediff(thousandth_case, first_case) AS days_since_first_case
FROM milestone
WHERE thousandth_case IS NOT NULL
