package io.laguna.apps.covid.cases;

/** The facts that a release tells about a case, under any column name. */
enum Field {
    REPORT_DATE,
    CASE_ID,
    NOTIFICATION_DATE,
    DEPARTMENT_CODE,
    DEPARTMENT,
    MUNICIPALITY_CODE,
    MUNICIPALITY,
    AGE,
    AGE_UNIT,
    SEX,
    INFECTION_SOURCE,
    CARE_PLACE,
    SEVERITY,
    COUNTRY_CODE,
    COUNTRY,
    RECOVERED,
    SYMPTOM_ONSET_DATE,
    DEATH_DATE,
    DIAGNOSIS_DATE,
    RECOVERY_DATE,
    RECOVERY_KIND,
    ETHNIC_GROUP,
    ETHNIC_GROUP_NAME
}
