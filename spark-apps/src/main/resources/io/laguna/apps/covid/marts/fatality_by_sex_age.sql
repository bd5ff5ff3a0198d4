SELECT sex,
       age_band,
       sum(cases) AS cases,
       sum(deaths) AS deaths,
       sum(deaths) / sum(cases) AS fatality_rate
FROM profiles
GROUP BY sex, age_band
