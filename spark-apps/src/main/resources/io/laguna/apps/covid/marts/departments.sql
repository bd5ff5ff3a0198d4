SELECT department.code AS department_code,
       department.name AS department,
       department.area_km2,
       population.year,
       population.population
FROM raw.department
LEFT JOIN raw.population
    ON population.department_code = department.code
    AND population.year = :year
    AND population.sex = 'T'
    AND population.age_band = 'T'
