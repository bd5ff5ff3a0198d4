-- The cleaning of the job CleanCases in DuckDB's SQL, for the current header: what somebody would write who has no
-- lake. The same columns, dates, districts, rejections and one row per case, written as Parquet by month.
create or replace macro published_date(value) as
    case when trim(value) in ('', '-   -', 'Asintomático') or value is null then null
         else cast(coalesce(
             try_strptime(value, ['%d/%m/%Y %H:%M:%S', '%Y-%m-%dT%H:%M:%S.%g', '%Y-%m-%d %H:%M:%S',
                                  '%Y/%m/%d %H:%M:%S', '%d/%m/%Y'])) as date) end;
create or replace macro unreadable(value) as
    trim(coalesce(value, '')) not in ('', '-   -', 'Asintomático') and published_date(value) is null;
create or replace macro plain(value) as upper(strip_accents(trim(value)));

create or replace table departments as select * from (values
    ('05', 'Antioquia'), ('08', 'Atlántico'), ('11', 'Bogotá D.C.'), ('13', 'Bolívar'), ('15', 'Boyacá'),
    ('17', 'Caldas'), ('18', 'Caquetá'), ('19', 'Cauca'), ('20', 'Cesar'), ('23', 'Córdoba'), ('25', 'Cundinamarca'),
    ('27', 'Chocó'), ('41', 'Huila'), ('44', 'La Guajira'), ('47', 'Magdalena'), ('50', 'Meta'), ('52', 'Nariño'),
    ('54', 'Norte de Santander'), ('63', 'Quindío'), ('66', 'Risaralda'), ('68', 'Santander'), ('70', 'Sucre'),
    ('73', 'Tolima'), ('76', 'Valle del Cauca'), ('81', 'Arauca'), ('85', 'Casanare'), ('86', 'Putumayo'),
    ('88', 'Archipiélago de San Andrés, Providencia y Santa Catalina'), ('91', 'Amazonas'), ('94', 'Guainía'),
    ('95', 'Guaviare'), ('97', 'Vaupés'), ('99', 'Vichada')) as t(department_code, department);

create or replace view read_rows as
select
    try_cast("ID de caso" as bigint) as case_id,
    published_date("fecha reporte web") as report_date,
    published_date("Fecha de notificación") as notification_date,
    published_date("Fecha de inicio de síntomas") as symptom_onset_date,
    published_date("Fecha de diagnóstico") as diagnosis_date,
    published_date("Fecha de recuperación") as recovery_date,
    published_date("Fecha de muerte") as death_date,
    lpad(trim("Código DIVIPOLA municipio"), 5, '0') as municipality_code,
    "Nombre municipio" as municipality,
    case plain("Nombre departamento")
        when 'BARRANQUILLA' then 'Barranquilla' when 'CARTAGENA' then 'Cartagena'
        when 'STA MARTA D.E.' then 'Santa Marta' when 'BUENAVENTURA D.E.' then 'Buenaventura' end as district,
    try_cast("Edad" as integer) as age,
    coalesce(try_cast("Unidad de medida de edad" as integer), 1) as age_unit,
    upper(trim("Sexo")) as sex,
    nullif(plain("Tipo de contagio"), 'N/A') as infection_source,
    nullif(plain("Ubicación del caso"), 'N/A') as care_place,
    nullif(nullif(plain("Estado"), 'N/A'), '') as severity,
    case when 'FALLECIDO' in (plain("Recuperado"), plain("Ubicación del caso"), plain("Estado")) then 'Fallecido'
         when plain("Recuperado") = 'N/A' and published_date("Fecha de muerte") is not null then 'Fallecido otra causa'
         when plain("Recuperado") = 'N/A' then 'Sin dato'
         when plain("Recuperado") = 'RECUPERADO' then 'Recuperado'
         else 'Activo' end as outcome,
    lpad(nullif(trim("Código ISO del país"), ''), 3, '0') as country_code,
    nullif("Nombre del país", '') as country,
    nullif("Tipo de recuperación", '') as recovery_kind,
    "Pertenencia étnica" as ethnic_group,
    "Nombre del grupo étnico" as ethnic_group_name,
    unreadable("fecha reporte web") or unreadable("Fecha de notificación")
        or unreadable("Fecha de inicio de síntomas") or unreadable("Fecha de diagnóstico")
        or unreadable("Fecha de recuperación") or unreadable("Fecha de muerte") as unreadable_date,
    row_number
from (select *, row_number() over () as row_number
      from read_csv('${csv}', header = true, all_varchar = true, strict_mode = false));

create or replace table cases as
select r.*, d.department_code, d.department,
       case when age_unit = 1 then age else 0 end as age_years, strftime(report_date, '%Y-%m') as report_month
from read_rows r join departments d on d.department_code = left(r.municipality_code, 2)
where case_id is not null and not unreadable_date
qualify row_number() over (partition by case_id order by r.row_number desc) = 1;

copy (select * exclude (row_number, unreadable_date) from cases)
    to '${folder}/cases' (format parquet, partition_by (report_month), overwrite true);
