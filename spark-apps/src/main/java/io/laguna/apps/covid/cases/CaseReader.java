package io.laguna.apps.covid.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.apps.covid.cases.Vocabulary.Unknown;
import io.laguna.apps.covid.cases.Vocabulary.Word;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The reader of rows under one header, one at a time. It remembers what it has read, so that a date is parsed once and
 * not six million times.
 */
final class CaseReader {

    /** The first possible day of a report: nobody was reported before the disease existed. */
    private static final int FIRST_REPORT_DAY =
            Math.toIntExact(LocalDate.of(2019, 12, 1).toEpochDay());

    private static final int LONGEST_ID = 18;
    private static final String NOT_APPLICABLE = "N/A";
    private static final UTF8String BETWEEN = UTF8String.fromString("\u0001");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The result of reading a row: a case, or a reason why there is none. */
    sealed interface Reading {}

    /** A row that could be read. */
    record Accepted(CleanCase value) implements Reading {}

    /**
     * A row that could not be read.
     *
     * @param raw its values by the release's column names, JSON
     */
    record Rejected(String reason, String raw) implements Reading {}

    private final Header header;
    private final Map<Field, Integer> positions;
    private final int malformed;
    private final int lastReportDay;
    private final Memory<Day> days = new Memory<>(Day::read);
    private final Memory<Day> onsets = new Memory<>(Day::readOnset);
    private final Memory<Optional<Place>> municipalities = new Memory<>(Place::ofMunicipality);
    private final Memory<Optional<Place>> departments = new Memory<>(CaseReader::department);
    private final Memory<Word> sexes = new Memory<>(Vocabulary.SEX::read);
    private final Memory<Word> infectionSources = new Memory<>(Vocabulary.INFECTION_SOURCE::read);
    private final Memory<Word> carePlaces = new Memory<>(Vocabulary.CARE_PLACE::read);
    private final Memory<Word> severities = new Memory<>(Vocabulary.SEVERITY::read);
    private final Memory<Word> recoveries = new Memory<>(Vocabulary.RECOVERED::read);
    private final Memory<Word> recoveryKinds = new Memory<>(Vocabulary.RECOVERY_KIND::read);
    private final Memory<Word> ethnicGroups = new Memory<>(Vocabulary.ETHNIC_GROUP::read);
    private final Memory<Optional<String>> countryCodes = new Memory<>(CaseReader::countryCode);
    private final Memory<Optional<String>> names = new Memory<>(CaseReader::name);

    /**
     * Creates a reader for files under one header.
     *
     * @param lastReportDay days since 1970-01-01; no report can be of a later day
     */
    CaseReader(Header header, int lastReportDay) {
        this.header = header;
        this.positions = header.positions();
        this.malformed = header.columns().size();
        this.lastReportDay = lastReportDay;
    }

    /** Reads a row of {@link Header#schema()}; columns after those are not looked at. */
    Reading read(InternalRow row) {
        if (!row.isNullAt(malformed)) {
            return new Rejected(Fault.WRONG_NUMBER_OF_FIELDS.label(), json(row));
        }
        List<String> faults = new ArrayList<>(0);
        CleanCase value = clean(row, faults);
        return faults.isEmpty() ? new Accepted(value) : new Rejected(String.join("; ", faults), json(row));
    }

    private CleanCase clean(InternalRow row, List<String> faults) {
        long caseId = caseId(row, faults);
        Day notification = day(row, Field.NOTIFICATION_DATE, days, faults);
        Day diagnosis = day(row, Field.DIAGNOSIS_DATE, days, faults);
        Day death = day(row, Field.DEATH_DATE, days, faults);
        Word carePlace = state(row, Field.CARE_PLACE, carePlaces, faults);
        Word severity = state(row, Field.SEVERITY, severities, faults);
        Word recovered = state(row, Field.RECOVERED, recoveries, faults);
        return new CleanCase(
                caseId,
                report(row, diagnosis, notification, faults),
                notification,
                day(row, Field.SYMPTOM_ONSET_DATE, onsets, faults),
                diagnosis,
                day(row, Field.RECOVERY_DATE, days, faults),
                death,
                place(row, faults),
                names.read(text(row, Field.MUNICIPALITY)),
                age(row, faults),
                sexes.read(text(row, Field.SEX)).word(),
                infectionSources.read(text(row, Field.INFECTION_SOURCE)).word(),
                carePlace.word(),
                severity.word(),
                Outcome.of(carePlace, severity, recovered, death instanceof Day.Known),
                countryCodes.read(text(row, Field.COUNTRY_CODE)),
                names.read(text(row, Field.COUNTRY)),
                recoveryKinds.read(text(row, Field.RECOVERY_KIND)).word(),
                ethnicGroups.read(text(row, Field.ETHNIC_GROUP)).word(),
                names.read(text(row, Field.ETHNIC_GROUP_NAME)));
    }

    private long caseId(InternalRow row, List<String> faults) {
        String text = text(row, Field.CASE_ID).toString().strip();
        if (text.isEmpty()) {
            faults.add(Fault.MISSING_CASE_ID.label());
            return 0;
        }
        long id = 0;
        boolean digits = text.length() <= LONGEST_ID;
        for (int i = 0; digits && i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            digits = digit >= 0 && digit <= 9;
            id = 10 * id + digit;
        }
        if (!digits || id == 0) {
            faults.add(Fault.INVALID_CASE_ID.in(header.name(Field.CASE_ID), text));
        }
        return id;
    }

    private Day day(InternalRow row, Field field, Memory<Day> reader, List<String> faults) {
        UTF8String text = text(row, field);
        Day day = reader.read(text);
        if (day instanceof Day.Unreadable) {
            faults.add(Fault.UNREADABLE_DATE.in(header.name(field), text.toString()));
        }
        return day;
    }

    /** Returns the day of the report. A release without that column is dated by diagnosis, or else by notification. */
    private Day report(InternalRow row, Day diagnosis, Day notification, List<String> faults) {
        Day report = day(row, Field.REPORT_DATE, days, faults);
        if (!header.has(Field.REPORT_DATE)) {
            report = diagnosis instanceof Day.Known ? diagnosis : notification;
        }
        if (report instanceof Day.None) {
            faults.add(Fault.NO_REPORT_DATE.label());
        } else if (report instanceof Day.Known known
                && (known.epochDay() < FIRST_REPORT_DAY || known.epochDay() > lastReportDay)) {
            faults.add(Fault.IMPOSSIBLE_REPORT_DATE.label() + Fault.SEPARATOR + LocalDate.ofEpochDay(known.epochDay()));
        }
        return report;
    }

    /**
     * Returns the word in a column that decides how a case ended, or a fault for an unknown word: to guess at a word
     * here would be to guess at a death.
     */
    private Word state(InternalRow row, Field field, Memory<Word> reader, List<String> faults) {
        UTF8String text = text(row, field);
        Word word = reader.read(text);
        if (word instanceof Unknown) {
            faults.add(Fault.UNKNOWN_STATE.in(header.name(field), text.toString()));
        }
        return word;
    }

    private Optional<Place> place(InternalRow row, List<String> faults) {
        Optional<Place> place = municipalities.read(text(row, Field.MUNICIPALITY_CODE));
        if (place.isPresent()) {
            return place;
        }
        UTF8String name = text(row, Field.DEPARTMENT);
        place = departments.read(
                UTF8String.concatWs(BETWEEN, text(row, Field.DEPARTMENT_CODE), name, text(row, Field.MUNICIPALITY)));
        if (place.isEmpty()) {
            faults.add(Fault.UNKNOWN_DEPARTMENT.in(header.name(Field.DEPARTMENT), name.toString()));
        }
        return place;
    }

    private static Optional<Place> department(String joined) {
        String[] parts = joined.split(BETWEEN.toString(), -1);
        return Place.ofDepartment(parts[0].strip(), parts[1].strip(), parts[2].strip());
    }

    private Optional<Age> age(InternalRow row, List<String> faults) {
        String value = text(row, Field.AGE).toString().strip();
        if (value.isEmpty() || value.equals(NOT_APPLICABLE)) {
            return Optional.empty();
        }
        String unit = text(row, Field.AGE_UNIT).toString().strip();
        Optional<Age> age = Age.read(value, unit);
        if (age.isEmpty()) {
            faults.add(
                    Fault.IMPOSSIBLE_AGE.in(header.name(Field.AGE), unit.isEmpty() ? value : value + " unit " + unit));
        }
        return age;
    }

    /** Returns the code of a country by ISO 3166, three digits; zero stands for no country. */
    private static Optional<String> countryCode(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return Optional.of(text)
                .filter(code -> digits && Integer.parseInt(code) > 0)
                .map(code -> "%03d".formatted(Integer.parseInt(code)));
    }

    private static Optional<String> name(String text) {
        return text.isEmpty() || text.equals(NOT_APPLICABLE) ? Optional.empty() : Optional.of(text);
    }

    private UTF8String text(InternalRow row, Field field) {
        Integer position = positions.get(field);
        return position == null || row.isNullAt(position) ? UTF8String.EMPTY_UTF8 : row.getUTF8String(position);
    }

    private String json(InternalRow row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i <= malformed; i++) {
            if (!row.isNullAt(i)) {
                values.put(
                        i == malformed ? Header.MALFORMED : header.columns().get(i),
                        row.getUTF8String(i).toString());
            }
        }
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
