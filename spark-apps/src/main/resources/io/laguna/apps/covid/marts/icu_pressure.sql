WITH total AS (
    SELECT department_code,
           sum(cases) AS cases,
           coalesce(sum(cases) FILTER (WHERE severe), 0) AS severe_cases
    FROM profiles
    GROUP BY department_code
)
SELECT department_code,
       departments.department,
       beds.icu_beds,
       beds.hospital_beds,
       coalesce(cases, 0) AS cases,
       coalesce(severe_cases, 0) AS severe_cases,
       coalesce(cases, 0) / nullif(beds.icu_beds, 0) AS cases_per_icu_bed,
       coalesce(severe_cases, 0) / nullif(beds.icu_beds, 0) AS severe_cases_per_icu_bed
FROM raw.department_beds AS beds
JOIN departments USING (department_code)
LEFT JOIN total USING (department_code)
