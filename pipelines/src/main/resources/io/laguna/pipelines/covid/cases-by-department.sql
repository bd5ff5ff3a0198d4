-- Departments without a case are rows, too: the mart has every department with its population.
SELECT departments.department_code,
       departments.department,
       departments.population,
       count(cases.case_id) AS cases,
       count_if(cases.outcome = 'Fallecido') AS deaths,
       count(cases.case_id) * 1e5 / departments.population AS cases_per_100k,
       count_if(cases.outcome = 'Fallecido') * 1e5 / departments.population AS deaths_per_100k,
       count_if(cases.outcome = 'Fallecido') * 1e0 / nullif(count(cases.case_id), 0) AS fatality_rate
FROM refined.top_departments AS departments
LEFT JOIN trusted.cases AS cases
    ON cases.department_code = departments.department_code
GROUP BY departments.department_code, departments.department, departments.population
ORDER BY cases DESC, departments.department_code
