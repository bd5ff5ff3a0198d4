SELECT monthly.report_month,
       monthly.department_code,
       departments.department,
       monthly.cases,
       monthly.deaths,
       monthly.recovered,
       monthly.deaths / monthly.cases AS fatality_rate
FROM (
    SELECT date_format(report_date, 'yyyy-MM') AS report_month,
           department_code,
           sum(cases) AS cases,
           sum(deaths) AS deaths,
           sum(recovered) AS recovered
    FROM reported
    GROUP BY date_format(report_date, 'yyyy-MM'), department_code
) AS monthly
JOIN departments USING (department_code)
