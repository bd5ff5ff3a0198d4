package io.laguna.apps.covid.marts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The days of the daily marts: every day from the first report to the last. */
record Calendar(LocalDate first, LocalDate last) {

    /** Returns the calendar of these cases; empty when no case has a day of report. */
    static Optional<Calendar> of(List<CaseTotal> totals) {
        Stream<LocalDate> firsts = totals.stream().flatMap(total -> total.first().stream());
        Stream<LocalDate> lasts = totals.stream().flatMap(total -> total.last().stream());
        return firsts.min(Comparator.naturalOrder())
                .flatMap(first -> lasts.max(Comparator.naturalOrder()).map(last -> new Calendar(first, last)));
    }
}
