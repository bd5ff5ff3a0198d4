-- Reference database of the COVID-19 pipeline: who lives where, and how many beds there are.
-- Runs unchanged on MariaDB 11.4 and MySQL 8.4. Running all files again in order rebuilds the same content.
-- Sources of the figures: data/README.md.

SET NAMES utf8mb4;

CREATE DATABASE IF NOT EXISTS covid CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

USE covid;

DROP TABLE IF EXISTS department_beds;

DROP TABLE IF EXISTS population;

DROP TABLE IF EXISTS municipality;

DROP TABLE IF EXISTS department;

-- capital_code has no foreign key: department and municipality would each need the other first.
CREATE TABLE department (
    code CHAR(2) NOT NULL COMMENT 'DIVIPOLA department code, leading zero kept',
    name VARCHAR(80) NOT NULL COMMENT 'Department name in Spanish, proper case with accents',
    region VARCHAR(40) NOT NULL COMMENT 'DIVIPOLA region, one of six',
    capital_code CHAR(5) NULL COMMENT 'Municipality code of the capital, Bogotá for Cundinamarca',
    area_km2 DECIMAL(10, 1) NOT NULL COMMENT 'Area of the boundary polygon in square kilometres',
    PRIMARY KEY (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
    COMMENT = 'The 32 departments of Colombia and the capital district Bogotá';

CREATE TABLE municipality (
    code CHAR(5) NOT NULL COMMENT 'DIVIPOLA municipality code, its first two digits are the department',
    department_code CHAR(2) NOT NULL COMMENT 'Department the municipality lies in',
    name VARCHAR(80) NOT NULL COMMENT 'Municipality name in Spanish, proper case with accents',
    latitude DECIMAL(9, 6) NULL COMMENT 'Degrees north of the point published for the municipality, NULL if none',
    longitude DECIMAL(9, 6) NULL COMMENT 'Degrees east of the point published for the municipality, NULL if none',
    PRIMARY KEY (code),
    CONSTRAINT municipality_department FOREIGN KEY (department_code) REFERENCES department (code),
    CONSTRAINT municipality_code_of_department CHECK (LEFT(code, 2) = department_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
    COMMENT = 'Municipalities, districts and non-municipalised areas of Colombia';

CREATE TABLE population (
    department_code CHAR(2) NOT NULL COMMENT 'Department',
    year SMALLINT NOT NULL COMMENT 'Calendar year of the projection',
    sex CHAR(1) NOT NULL COMMENT 'F female, M male, T both',
    age_band VARCHAR(8) NOT NULL COMMENT 'Completed years: 0-17, 18-29, 30-49, 50-64, 65+, or T for all ages',
    population INT NOT NULL COMMENT 'Persons',
    PRIMARY KEY (department_code, year, sex, age_band),
    CONSTRAINT population_department FOREIGN KEY (department_code) REFERENCES department (code),
    CONSTRAINT population_sex CHECK (sex IN ('F', 'M', 'T')),
    CONSTRAINT population_age_band CHECK (age_band IN ('0-17', '18-29', '30-49', '50-64', '65+', 'T')),
    CONSTRAINT population_not_negative CHECK (population >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
    COMMENT = 'DANE population projections by sex and age band; the rows with a T are the sums of the others';

CREATE TABLE department_beds (
    department_code CHAR(2) NOT NULL COMMENT 'Department, absent where no figure is known',
    hospital_beds INT NULL COMMENT 'General hospital beds, NULL if unknown',
    icu_beds INT NULL COMMENT 'Intensive care beds, 0 where the source says there were none, NULL if unknown',
    as_of DATE NOT NULL COMMENT 'Day of the figure, last day of the month when only the month is known',
    source VARCHAR(200) NOT NULL COMMENT 'Authority that counted, and where it was published',
    PRIMARY KEY (department_code),
    CONSTRAINT department_beds_department FOREIGN KEY (department_code) REFERENCES department (code),
    CONSTRAINT department_beds_known CHECK (hospital_beds IS NOT NULL OR icu_beds IS NOT NULL),
    CONSTRAINT department_beds_not_negative CHECK (hospital_beds >= 0 AND icu_beds >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci
    COMMENT = 'Hospital and intensive care beds by department during the pandemic, real figures only';
