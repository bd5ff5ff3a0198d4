package io.laguna.pipelines.covid.sample;

import io.laguna.pipelines.covid.ingest.CaseHeader;

/** The order of values in the columns of each header. */
final class Layout {
    private Layout() {}

    static void write(CaseHeader header, CaseLine line) {
        switch (header) {
            case CURRENT, SODA -> current(line);
            case JULY_2020 -> july(line);
            case MAY_2020 -> may(line);
            case INS -> ins(line);
        }
    }

    private static void current(CaseLine line) {
        line.reportDate();
        line.caseId();
        line.notificationDate();
        line.currentPlace();
        line.ageWithUnit();
        line.sex();
        line.source();
        line.currentCarePlace();
        line.state();
        line.countryCode();
        line.country();
        line.recovered();
        line.onsetDate();
        line.deathDate();
        line.diagnosisDate();
        line.recoveryDate();
        line.recoveryKind();
        line.ethnicGroupCode();
        line.people();
    }

    private static void july(CaseLine line) {
        may(line);
        line.recoveryKind();
        line.departmentCode();
        line.countryCode();
        line.ethnicGroup();
        line.people();
    }

    private static void may(CaseLine line) {
        line.caseId();
        line.notificationDate();
        line.municipalityCode();
        line.municipality();
        line.department();
        line.carePlaceOf2020();
        line.ageInYears();
        line.sex();
        line.source();
        line.state();
        line.country();
        line.onsetDate();
        line.deathDate();
        line.diagnosisDate();
        line.recoveryDate();
        line.reportDate();
    }

    private static void ins(CaseLine line) {
        line.caseId();
        line.diagnosisDate();
        line.carePlaceOf2020();
        line.ageInYears();
        line.sex();
        line.municipality();
        line.source();
        line.state();
        line.department();
        line.country();
        line.notificationDate();
        line.recoveryDate();
        line.deathDate();
    }
}
