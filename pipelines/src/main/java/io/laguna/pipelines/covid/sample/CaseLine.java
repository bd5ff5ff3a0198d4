package io.laguna.pipelines.covid.sample;

import io.laguna.pipelines.covid.ingest.CaseHeader;
import java.util.Optional;

/** The writer of one patient's values, as a delivery has them. Chance decides on spellings only, never on meaning. */
final class CaseLine {
    private static final long STREAM = 2;
    private static final byte[] DASHES = Csv.value("-   -");
    private static final byte[] ASYMPTOMATIC_DAY = Csv.value("Asintomático");
    private static final byte[] NO_DEPARTMENT_CODE = Csv.value("77");
    private static final byte[] NO_MUNICIPALITY_CODE = Csv.value("77001");
    private static final byte[] NO_DEPARTMENT = Csv.value("POR DEFINIR");
    private static final int DASHED = 60;

    private final CaseSample sample;
    private final Places places;
    private final Days days;
    private final RowWriter row;
    private final Dice dice = new Dice();

    private Patient patient;
    private Place place;
    private Optional<Defect> defect = Optional.empty();
    private DateForm form = DateForm.ISO_WITH_TIME;
    private Outcome outcome = Outcome.ACTIVE;
    private Severity severity = Severity.MILD;

    CaseLine(CaseSample sample, Places places, RowWriter row, Patient first) {
        this.sample = sample;
        this.places = places;
        this.days = new Days(sample.delivery());
        this.row = row;
        this.patient = first;
        this.place = places.get(first.place());
    }

    void begin(Patient next) {
        patient = next;
        place = places.get(next.place());
        defect = Defect.of(next.row());
        outcome = next.outcomeIn(sample.delivery());
        severity = next.severityIn(sample.delivery());
        dice.start(sample.seed(), next.row(), STREAM);
        form = DateForm.draw(sample.header(), next.report(), dice);
    }

    void caseId() {
        if (has(Defect.MISSING_CASE_ID)) {
            row.empty();
        } else {
            row.value(patient.row());
        }
    }

    void reportDate() {
        day(patient.report(), has(Defect.UNREADABLE_DATE));
    }

    void notificationDate() {
        day(patient.notification(), false);
    }

    void diagnosisDate() {
        day(patient.diagnosis(), has(Defect.UNREADABLE_DATE) && sample.header() == CaseHeader.INS);
    }

    void onsetDate() {
        if (!patient.asymptomatic()) {
            day(patient.onset(), false);
        } else if (writesAsymptomatic()) {
            row.value(ASYMPTOMATIC_DAY);
        } else {
            noDay();
        }
    }

    void deathDate() {
        dayOf(outcome == Outcome.DIED || outcome == Outcome.DIED_OF_OTHER_CAUSE);
    }

    void recoveryDate() {
        dayOf(outcome == Outcome.RECOVERED);
    }

    void currentPlace() {
        boolean nowhere = has(Defect.UNKNOWN_DEPARTMENT);
        row.value(nowhere ? NO_DEPARTMENT_CODE : place.currentDepartmentCode().draw(dice));
        row.value(nowhere ? NO_DEPARTMENT : place.currentDepartment().draw(dice));
        row.value(nowhere ? NO_MUNICIPALITY_CODE : place.currentCode().draw(dice));
        row.value(place.currentName().draw(dice));
    }

    void municipalityCode() {
        row.value(
                has(Defect.UNKNOWN_DEPARTMENT)
                        ? NO_MUNICIPALITY_CODE
                        : place.code2020().draw(dice));
    }

    void municipality() {
        row.value(place.name2020().draw(dice));
    }

    void department() {
        row.value(
                has(Defect.UNKNOWN_DEPARTMENT)
                        ? NO_DEPARTMENT
                        : place.department2020().draw(dice));
    }

    void departmentCode() {
        row.value(
                has(Defect.UNKNOWN_DEPARTMENT)
                        ? NO_DEPARTMENT_CODE
                        : place.departmentCode2020().draw(dice));
    }

    void ageInYears() {
        row.value(patient.years());
    }

    void ageWithUnit() {
        row.value(patient.age());
        row.value(patient.ageUnit());
    }

    void sex() {
        row.value((patient.female() ? Spellings.FEMALE : Spellings.MALE).draw(dice));
    }

    void source() {
        row.value(Spellings.SOURCES[patient.source()].draw(dice));
    }

    void currentCarePlace() {
        row.value((outcome == Outcome.RECOVERED ? Spellings.HOME_AGAIN : carePlace()).draw(dice));
    }

    void carePlaceOf2020() {
        row.value((outcome == Outcome.RECOVERED ? Spellings.RECOVERED : carePlace()).draw(dice));
    }

    void state() {
        row.value(stateSpelling().draw(dice));
    }

    void recovered() {
        Spelling spelling =
                switch (outcome) {
                    case RECOVERED -> Spellings.RECOVERED;
                    case DIED -> Spellings.RECOVERED_DIED;
                    case DIED_OF_OTHER_CAUSE, UNKNOWN -> Spellings.NOT_APPLICABLE;
                    case ACTIVE -> Spellings.ACTIVE;
                };
        row.value(spelling.draw(dice));
    }

    void recoveryKind() {
        if (outcome == Outcome.RECOVERED) {
            row.value((patient.tested() ? Spellings.PCR : Spellings.TIME).draw(dice));
        } else {
            row.empty();
        }
    }

    void countryCode() {
        if (patient.country() >= 0) {
            row.value(Countries.CODES[patient.country()].draw(dice));
        } else {
            row.empty();
        }
    }

    void country() {
        if (patient.country() >= 0) {
            row.value(Countries.NAMES[patient.country()].draw(dice));
        } else {
            row.empty();
        }
    }

    void ethnicGroupCode() {
        row.value(Spellings.ETHNIC_GROUP_CODES[patient.ethnicGroup() - 1]);
    }

    void ethnicGroup() {
        row.value(Spellings.ETHNIC_GROUPS[patient.ethnicGroup() - 1].draw(dice));
    }

    void people() {
        if (patient.ethnicGroup() == 1) {
            row.value(Spellings.PEOPLES[patient.people()]);
        } else {
            row.empty();
        }
    }

    private Spelling carePlace() {
        return switch (outcome) {
            case DIED -> Spellings.DIED;
            case DIED_OF_OTHER_CAUSE, UNKNOWN -> Spellings.NOT_APPLICABLE;
            case RECOVERED -> Spellings.HOME;
            case ACTIVE -> switch (severity) {
                case ASYMPTOMATIC, MILD -> Spellings.HOME;
                case MODERATE -> Spellings.HOSPITAL;
                case SEVERE -> Spellings.INTENSIVE_CARE;
            };
        };
    }

    private Spelling stateSpelling() {
        return switch (outcome) {
            case DIED -> Spellings.DIED;
            case DIED_OF_OTHER_CAUSE, UNKNOWN -> Spellings.NOT_APPLICABLE;
            case RECOVERED, ACTIVE -> switch (severity) {
                case ASYMPTOMATIC -> writesAsymptomatic() ? Spellings.ASYMPTOMATIC : Spellings.MILD;
                case MILD -> Spellings.MILD;
                case MODERATE -> Spellings.MODERATE;
                case SEVERE -> Spellings.SEVERE;
            };
        };
    }

    /**
     * Tells whether this line says that the patient has no symptoms. The current release mostly says it only by the
     * missing day of first symptoms.
     */
    private boolean writesAsymptomatic() {
        boolean current = sample.header() == CaseHeader.CURRENT || sample.header() == CaseHeader.SODA;
        return !current || dice.oneIn(DASHED);
    }

    private boolean has(Defect sought) {
        return defect.isPresent() && defect.get() == sought;
    }

    private void dayOf(boolean ended) {
        if (ended) {
            day(patient.endDay(), false);
        } else {
            noDay();
        }
    }

    private void day(int day, boolean impossible) {
        row.value(impossible ? days.impossible(form) : days.text(form, day));
    }

    private void noDay() {
        if (dice.oneIn(DASHED)) {
            row.value(DASHES);
        } else {
            row.empty();
        }
    }
}
