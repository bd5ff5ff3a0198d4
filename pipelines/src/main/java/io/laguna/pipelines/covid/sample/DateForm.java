package io.laguna.pipelines.covid.sample;

import io.laguna.pipelines.covid.ingest.CaseHeader;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The ways in which releases have written a day. */
enum DateForm {
    DAY_FIRST_WITH_TIME("d/M/uuuu '0:00:00'"),
    DAY_FIRST("dd/MM/uuuu"),
    ISO_WITH_TIME("uuuu-MM-dd'T00:00:00.000'"),
    ISO_SPACE_TIME("uuuu-MM-dd '00:00:00'"),
    SLASHES_WITH_TIME("uuuu/MM/dd '00:00:00'");

    private static final int RARE = 25;
    /** The day from which the portal used another form. */
    private static final int CURRENT_FORM_CHANGED =
            (int) LocalDate.of(2020, 8, 1).toEpochDay();

    private static final DateForm[] FORMS = values();

    private final String pattern;

    DateForm(String pattern) {
        this.pattern = pattern;
    }

    static DateForm draw(CaseHeader header, int report, Dice dice) {
        if (dice.oneIn(RARE)) {
            return FORMS[dice.below(FORMS.length)];
        }
        return switch (header) {
            case CURRENT -> report < CURRENT_FORM_CHANGED ? DAY_FIRST_WITH_TIME : ISO_WITH_TIME;
            case SODA, JULY_2020, MAY_2020 -> ISO_WITH_TIME;
            case INS -> DAY_FIRST;
        };
    }

    /** Returns a day that does not exist. */
    byte[] impossible() {
        String pattern31 = pattern.replace("dd", "31").replace("MM", "02");
        return text(pattern31.replace("d/M", "31/2"), LocalDate.of(2021, 2, 1));
    }

    byte[] of(LocalDate day) {
        return text(pattern, day);
    }

    private static byte[] text(String pattern, LocalDate day) {
        return Csv.value(DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(day));
    }
}
