-- One pass over the cases. Every grouping is bounded by departments x days, however many cases there are.
SELECT CASE
           WHEN grouping(report_date) = 0 THEN 'reported'
           WHEN grouping(death_date) = 0 THEN 'died'
           WHEN grouping(severity) = 0 THEN 'profile'
           WHEN grouping(days_to_diagnosis) = 0 THEN 'diagnosis'
           ELSE 'recovery'
       END AS counted,
       department_code,
       report_date,
       death_date,
       sex,
       age_decade,
       severity,
       severe,
       coalesce(days_to_diagnosis, days_to_recovery) AS days,
       count(*) AS cases,
       sum(died) AS deaths,
       sum(recovered) AS recovered
FROM (
    SELECT department_code,
           report_date,
           CASE WHEN outcome = 'Fallecido' THEN coalesce(death_date, report_date) END AS death_date,
           sex,
           CASE WHEN age_years >= 80 THEN 8 ELSE age_years div 10 END AS age_decade,
           severity,
           coalesce(severity = 'Grave', false) OR coalesce(care_place = 'Hospital UCI', false) AS severe,
           datediff(diagnosis_date, symptom_onset_date) AS days_to_diagnosis,
           datediff(recovery_date, symptom_onset_date) AS days_to_recovery,
           CASE WHEN outcome = 'Fallecido' THEN 1 ELSE 0 END AS died,
           CASE WHEN outcome = 'Recuperado' THEN 1 ELSE 0 END AS recovered
    FROM trusted.cases
)
GROUP BY department_code, report_date, death_date, sex, age_decade, severity, severe, days_to_diagnosis, days_to_recovery
GROUPING SETS (
    (department_code, report_date),
    (department_code, death_date),
    (department_code, sex, age_decade, severity, severe),
    (department_code, days_to_diagnosis),
    (department_code, days_to_recovery)
)
