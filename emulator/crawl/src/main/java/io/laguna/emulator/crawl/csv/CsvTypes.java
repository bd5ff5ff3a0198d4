package io.laguna.emulator.crawl.csv;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The types that are looked for in cells.
 *
 * @param trimmed whether blanks around a cell do not count
 */
record CsvTypes(Set<CsvType> known, boolean trimmed) {
    /** The types of AWS's own classifier: whole numbers are always {@code bigint}. */
    static final CsvTypes BUILT_IN =
            new CsvTypes(EnumSet.of(CsvType.BOOLEAN, CsvType.LONG, CsvType.DOUBLE, CsvType.STRING), true);

    /**
     * Returns the types that a custom classifier names.
     *
     * @throws IllegalArgumentException when one does not exist
     */
    static CsvTypes of(List<String> names, boolean trimmed) {
        Set<CsvType> known = EnumSet.of(CsvType.STRING);
        for (String name : names) {
            known.add(CsvType.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        return new CsvTypes(known, trimmed);
    }

    /** Returns the narrowest type of all cells; empty cells have any type, and only empty ones are strings. */
    CsvType of(Iterable<String> cells) {
        Set<CsvType> possible = EnumSet.copyOf(known);
        boolean seen = false;
        for (String each : cells) {
            String cell = trimmed ? each.strip() : each;
            if (!cell.isEmpty()) {
                seen = true;
                possible.removeIf(type -> !type.fits(cell));
            }
        }
        return seen ? possible.stream().min(Comparator.naturalOrder()).orElse(CsvType.STRING) : CsvType.STRING;
    }

    boolean isString(String cell) {
        return of(List.of(cell)) == CsvType.STRING;
    }
}
