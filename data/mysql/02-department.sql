-- The 32 departments of Colombia and Bogotá, with DIVIPOLA codes. Sources: data/README.md.

SET NAMES utf8mb4;

USE covid;

INSERT INTO department (code, name, region, capital_code, area_km2) VALUES
    ('05', 'Antioquia', 'Centro Occidente', '05001', 63351.9),
    ('08', 'Atlántico', 'Atlántico', '08001', 3360.8),
    ('11', 'Bogotá D.C.', 'Centro Oriente', '11001', 1650.9),
    ('13', 'Bolívar', 'Atlántico', '13001', 26141.9),
    ('15', 'Boyacá', 'Centro Oriente', '15001', 23352.6),
    ('17', 'Caldas', 'Centro Occidente', '17001', 7558.2),
    ('18', 'Caquetá', 'Amazonía', '18001', 90180.9),
    ('19', 'Cauca', 'Pacífico', '19001', 29742.8),
    ('20', 'Cesar', 'Atlántico', '20001', 22973.1),
    ('23', 'Córdoba', 'Atlántico', '23001', 25059.5),
    ('25', 'Cundinamarca', 'Centro Oriente', '11001', 22800.3),
    ('27', 'Chocó', 'Pacífico', '27001', 46838.5),
    ('41', 'Huila', 'Centro Oriente', '41001', 20318.7),
    ('44', 'La Guajira', 'Atlántico', '44001', 21012.3),
    ('47', 'Magdalena', 'Atlántico', '47001', 22846.4),
    ('50', 'Meta', 'Orinoquía', '50001', 85389.7),
    ('52', 'Nariño', 'Pacífico', '52001', 33283.0),
    ('54', 'Norte de Santander', 'Centro Oriente', '54001', 21443.3),
    ('63', 'Quindío', 'Centro Occidente', '63001', 1732.0),
    ('66', 'Risaralda', 'Centro Occidente', '66001', 4042.7),
    ('68', 'Santander', 'Centro Oriente', '68001', 30290.2),
    ('70', 'Sucre', 'Atlántico', '70001', 10823.8),
    ('73', 'Tolima', 'Centro Oriente', '73001', 23421.3),
    ('76', 'Valle del Cauca', 'Pacífico', '76001', 22146.8),
    ('81', 'Arauca', 'Orinoquía', '81001', 24196.4),
    ('85', 'Casanare', 'Orinoquía', '85001', 44714.1),
    ('86', 'Putumayo', 'Amazonía', '86001', 24707.7),
    ('88', 'Archipiélago de San Andrés, Providencia y Santa Catalina', 'Atlántico', '88001', 49.6),
    ('91', 'Amazonas', 'Amazonía', '91001', 110029.4),
    ('94', 'Guainía', 'Orinoquía', '94001', 72111.5),
    ('95', 'Guaviare', 'Orinoquía', '95001', 55671.5),
    ('97', 'Vaupés', 'Amazonía', '97001', 53087.8),
    ('99', 'Vichada', 'Orinoquía', '99001', 100055.3);
