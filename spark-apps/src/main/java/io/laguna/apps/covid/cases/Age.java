package io.laguna.apps.covid.cases;

import java.util.Optional;

/**
 * An age as published.
 *
 * @param unit 1 years, 2 months, 3 days
 */
record Age(int value, int unit) {

    private static final int OLDEST = 120;
    private static final int YEARS = 1;
    private static final int LAST_UNIT = 3;

    /** Reads an age; empty when nobody can be of that age. A release without units counts in years. */
    static Optional<Age> read(String value, String unit) {
        int number = number(value);
        int units = unit.isEmpty() ? YEARS : number(unit);
        return number >= 0 && number <= OLDEST && units >= YEARS && units <= LAST_UNIT
                ? Optional.of(new Age(number, units))
                : Optional.empty();
    }

    /** Returns the completed years: 0 for an age in months or days. */
    int years() {
        return unit == YEARS ? value : 0;
    }

    private static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 3) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
