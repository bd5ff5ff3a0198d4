-- Intervals whose event is dated before the symptoms are left out, as in the mart time_to_event.
WITH impact AS (
    SELECT count(*) AS cases,
           count_if(outcome = 'Fallecido') AS deaths,
           count_if(outcome = 'Fallecido otra causa') AS deaths_other_cause,
           count_if(outcome = 'Recuperado') AS recovered,
           count_if(outcome = 'Activo') AS active,
           count_if(care_place = 'Casa') AS at_home,
           count_if(care_place = 'Hospital') AS in_hospital,
           count_if(care_place = 'Hospital UCI') AS in_icu,
           count_if(severity = 'Grave') AS severe,
           count_if(asymptomatic) AS asymptomatic,
           avg(CAST(age_years AS double)) AS mean_age_years,
           count(DISTINCT department_code) AS departments,
           avg(CAST(date_diff('day', symptom_onset_date, diagnosis_date) AS double))
               FILTER (WHERE diagnosis_date >= symptom_onset_date) AS mean_days_to_diagnosis,
           avg(CAST(date_diff('day', symptom_onset_date, recovery_date) AS double))
               FILTER (WHERE recovery_date >= symptom_onset_date) AS mean_days_to_recovery,
           avg(CAST(date_diff('day', symptom_onset_date, death_date) AS double))
               FILTER (WHERE outcome = 'Fallecido' AND death_date >= symptom_onset_date) AS mean_days_to_death
    FROM trusted.cases
)
SELECT cases,
       deaths,
       deaths_other_cause,
       recovered,
       active,
       departments,
       population,
       cases * 1e5 / population AS cases_per_100k,
       deaths * 1e5 / population AS deaths_per_100k,
       deaths * 1e0 / nullif(cases, 0) AS fatality_rate,
       recovered * 1e0 / nullif(cases, 0) AS recovery_rate,
       at_home * 1e0 / nullif(cases, 0) AS share_at_home,
       in_hospital * 1e0 / nullif(cases, 0) AS share_in_hospital,
       in_icu * 1e0 / nullif(cases, 0) AS share_in_icu,
       severe * 1e0 / nullif(cases, 0) AS share_severe,
       asymptomatic * 1e0 / nullif(cases, 0) AS share_asymptomatic,
       mean_age_years,
       mean_days_to_diagnosis,
       mean_days_to_recovery,
       mean_days_to_death
FROM impact
CROSS JOIN (SELECT sum(population) AS population FROM refined.top_departments)
