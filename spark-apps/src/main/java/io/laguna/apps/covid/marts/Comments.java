package io.laguna.apps.covid.marts;

/** The comments of the columns that several marts have. */
final class Comments {

    static final String DEPARTMENT_CODE = "DIVIPOLA code of the department, two digits";
    static final String DEPARTMENT = "Name of the department as in DIVIPOLA";
    static final String POPULATION = "Inhabitants in the year of the marts, by DANE's projection";
    static final String CASES = "Confirmed cases";
    static final String DEATHS = "Cases that died of COVID-19";
    static final String FATALITY_RATE = "deaths / cases, between 0 and 1";
    static final String CASES_PER_100K = "Cases per 100,000 inhabitants";
    static final String AGE_BAND = "Ten years of age, 0-9 to 80+; NULL where the age is not known";

    private Comments() {}
}
