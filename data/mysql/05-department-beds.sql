-- Beds of the 23 departments for which a dated, citable figure was found. A department without a row is unknown,
-- not without beds. Sources and caveats: data/README.md.

SET NAMES utf8mb4;

USE covid;

INSERT INTO department_beds (department_code, hospital_beds, icu_beds, as_of, source) VALUES
    ('05', NULL, 1200, '2020-10-31', 'Ministerio de Salud, in La República, October 2020, article 3080164'),
    ('08', NULL, 816, '2020-10-31', 'Ministerio de Salud, in La República, October 2020, article 3080164'),
    ('11', NULL, 2158, '2020-10-31', 'Ministerio de Salud, in La República, October 2020, article 3080164'),
    ('13', NULL, 400, '2020-10-31', 'Ministerio de Salud, in La República, October 2020, article 3080164'),
    ('15', 857, 212, '2020-11-17', 'Secretaría de Salud de Boyacá, in Periódico El Diario, report of 17 November 2020, ocupacion-de-las-uci-en-boyaca-llega-al-528-2'),
    ('17', NULL, 275, '2020-11-20', 'Dirección Territorial de Salud de Caldas, adult ICU, in W Radio, 20 November 2020, note 4087214'),
    ('18', NULL, 20, '2020-06-19', 'Ministerio de Salud, in El Tiempo Latino with Semana, 19 June 2020, cuantas-uci-tiene-colombia-tras-100-dias-de-pandem'),
    ('23', NULL, 423, '2020-10-31', 'Ministerio de Salud, in La República, October 2020, article 3080164'),
    ('25', NULL, 436, '2020-10-31', 'Ministerio de Salud, in La República, October 2020, article 3080164'),
    ('41', NULL, 355, '2020-10-31', 'Ministerio de Salud, in La República, October 2020, article 3080164'),
    ('52', NULL, 302, '2021-01-22', 'Ministerio de Salud, in Infobae, 23 January 2021, pasto-entra-en-toque-de-queda'),
    ('54', NULL, 342, '2020-10-31', 'Ministerio de Salud, in La República, October 2020, article 3080164'),
    ('66', NULL, 216, '2020-12-26', 'Ministerio de Salud, in Latitud 435, December 2020, diciembre-con-aumento-de-pacientes-en-las-uci'),
    ('68', NULL, 586, '2020-10-31', 'Ministerio de Salud, in La República, October 2020, article 3080164'),
    ('73', NULL, 357, '2020-12-31', 'Secretaría de Salud del Tolima, in RCN Radio, December 2020, tolima-supero-el-90-de-ocupacion-de-camas-uci'),
    ('76', NULL, 1112, '2020-10-31', 'Ministerio de Salud, in La República, October 2020, article 3080164'),
    ('81', NULL, 4, '2020-04-01', 'Registro Especial de Prestadores and Ministerio de Salud, in La República, 1 April 2020, article 2986235'),
    ('86', NULL, 10, '2020-06-19', 'Ministerio de Salud, in El Tiempo Latino with Semana, 19 June 2020, cuantas-uci-tiene-colombia-tras-100-dias-de-pandem'),
    ('91', 94, 0, '2020-06-19', 'Ministerio de Salud, in El Tiempo Latino with Semana, 19 June 2020, cuantas-uci-tiene-colombia-tras-100-dias-de-pandem'),
    ('94', NULL, 1, '2020-06-19', 'Ministerio de Salud, in El Tiempo Latino with Semana, 19 June 2020, cuantas-uci-tiene-colombia-tras-100-dias-de-pandem'),
    ('95', NULL, 4, '2020-06-19', 'Ministerio de Salud, in El Tiempo Latino with Semana, 19 June 2020, cuantas-uci-tiene-colombia-tras-100-dias-de-pandem'),
    ('97', NULL, 1, '2020-06-19', 'Ministerio de Salud, in El Tiempo Latino with Semana, 19 June 2020, cuantas-uci-tiene-colombia-tras-100-dias-de-pandem'),
    ('99', NULL, 0, '2020-04-01', 'Registro Especial de Prestadores and Ministerio de Salud, in La República, 1 April 2020, article 2986235');
