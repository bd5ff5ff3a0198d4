package io.laguna.pipelines.covid.sample;

import java.time.LocalDate;

/**
 * The source of the patients, one for each row. The odds are made up after the published ones: about 2 in 100 die, far
 * more of them old and men, fewer since the vaccinations, so that a model has something to find.
 */
final class Patients {
    private static final long STREAM = 1;
    private static final int[] DECADE_SHARE = {40, 75, 210, 235, 165, 130, 80, 40, 20, 5};
    private static final int DECADE_SHARES = 1000;
    private static final double[] FATALITY = {.0006, .0004, .0008, .0022, .0065, .019, .052, .115, .20, .27, .33};
    private static final double MEN = 1.35;
    private static final double WOMEN = 0.7;
    private static final int VACCINATED = (int) LocalDate.of(2021, 10, 1).toEpochDay();
    private static final double AFTER_VACCINATION = 0.45;
    private static final int BORDERS_CLOSED = (int) LocalDate.of(2020, 3, 25).toEpochDay();
    private static final int REVISED = 60;
    private static final int LATEST_REVISION = 6;

    private final CaseSample sample;
    private final Places places;
    private final Waves waves = new Waves();
    private final Dice dice = new Dice();

    Patients(CaseSample sample, Places places) {
        this.sample = sample;
        this.places = places;
    }

    Patient of(long row) {
        dice.start(sample.seed(), row, STREAM);
        int report = waves.dayOf(row, sample);
        int diagnosis = report - dice.below(4);
        int notification = diagnosis - dice.below(4);
        int onset = notification - 1 - dice.below(4) - dice.below(6);
        if (dice.oneIn(1500)) {
            // Real releases have symptoms that begin after the test.
            onset = diagnosis + dice.between(1, 5);
        }
        int decade = decade();
        int years = decade < 10 ? 10 * decade + dice.below(10) : dice.between(100, 120);
        int ageUnit = years == 0 ? dice.between(2, 3) : 1;
        int age = ageUnit == 1 ? years : dice.between(1, ageUnit == 2 ? 11 : 30);
        boolean female = dice.below(100) < 52;
        boolean abroad = dice.below(1000) < (report < BORDERS_CLOSED ? 450 : 3);
        Severity severity = severity(years);
        Outcome end = end(decade, female, diagnosis, severity);
        int last = Math.max(onset, notification);
        int endDay = Math.max(
                report,
                switch (end) {
                    case DIED, DIED_OF_OTHER_CAUSE -> last + 2 + dice.below(12) + dice.below(18);
                    case RECOVERED, ACTIVE, UNKNOWN -> last + 11 + dice.below(8) + dice.below(22);
                });
        int ethnicGroup = ethnicGroup();
        return new Patient(
                row,
                places.draw(dice),
                age,
                ageUnit,
                female,
                abroad ? Countries.draw(dice) : -1,
                abroad ? Spellings.ABROAD : dice.below(Spellings.ABROAD),
                severity,
                onset,
                notification,
                diagnosis,
                report,
                end,
                endDay,
                dice.oneIn(4),
                ethnicGroup,
                dice.below(Spellings.PEOPLES.length),
                dice.oneIn(REVISED) ? dice.between(2, LATEST_REVISION) : 0);
    }

    private int decade() {
        if (dice.oneIn(8000)) {
            return 10;
        }
        int drawn = dice.below(DECADE_SHARES);
        int decade = 0;
        while (drawn >= DECADE_SHARE[decade]) {
            drawn -= DECADE_SHARE[decade];
            decade++;
        }
        return decade;
    }

    private Severity severity(int years) {
        int drawn = dice.below(1000);
        int severe = 3 + years / 6;
        int moderate = 15 + years;
        if (drawn < severe) {
            return Severity.SEVERE;
        }
        if (drawn < severe + moderate) {
            return Severity.MODERATE;
        }
        return drawn >= 880 ? Severity.ASYMPTOMATIC : Severity.MILD;
    }

    private Outcome end(int decade, boolean female, int diagnosis, Severity severity) {
        double risk = FATALITY[decade] * (female ? WOMEN : MEN) * (diagnosis >= VACCINATED ? AFTER_VACCINATION : 1);
        double illness =
                switch (severity) {
                    case ASYMPTOMATIC -> 0.15;
                    case MILD -> 0.75;
                    case MODERATE -> 3;
                    case SEVERE -> 9;
                };
        if (dice.withProbability(Math.min(0.85, risk * illness))) {
            return Outcome.DIED;
        }
        int drawn = dice.below(1000);
        if (drawn < 3) {
            return Outcome.DIED_OF_OTHER_CAUSE;
        }
        return drawn < 5 ? Outcome.UNKNOWN : Outcome.RECOVERED;
    }

    private int ethnicGroup() {
        int drawn = dice.below(1000);
        if (drawn < 940) {
            return 6;
        }
        if (drawn < 972) {
            return 5;
        }
        return drawn < 992 ? 1 : dice.between(2, 4);
    }
}
