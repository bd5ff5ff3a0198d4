-- The mart department_daily: a calendar by department, cumulative sums and the average of seven days.
create or replace view trusted as select * from read_parquet('${folder}/cases/*/*.parquet', hive_partitioning = true);
copy (
    with days as (select unnest(generate_series(min(report_date), max(report_date), interval 1 day))::date as report_date
                  from trusted),
    grid as (select report_date, department_code, department from days, (select distinct department_code, department from trusted)),
    reported as (select report_date, department_code, count(*) as cases from trusted group by all),
    died as (select coalesce(death_date, report_date) as report_date, department_code, count(*) as deaths
             from trusted where outcome = 'Fallecido' group by all)
    select report_date, department_code, department, coalesce(cases, 0) as cases, coalesce(deaths, 0) as deaths,
           sum(coalesce(cases, 0)) over so_far as cumulative_cases, sum(coalesce(deaths, 0)) over so_far as cumulative_deaths,
           avg(coalesce(cases, 0)) over week as cases_avg7
    from grid left join reported using (report_date, department_code) left join died using (report_date, department_code)
    window so_far as (partition by department_code order by report_date),
           week as (partition by department_code order by report_date rows 6 preceding)
) to '${folder}/department_daily.parquet' (format parquet);
