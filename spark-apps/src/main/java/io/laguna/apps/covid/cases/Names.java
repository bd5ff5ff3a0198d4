package io.laguna.apps.covid.cases;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names that releases spell in many ways: any case, with or without accents, full stops and commas. */
final class Names {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern PUNCTUATION = Pattern.compile("[^A-Z0-9]+");

    private Names() {}

    /**
     * Returns a name as upper case ASCII letters and digits with single spaces: {@code BOGOTA D C} for
     * {@code Bogotá, D.C.}
     */
    static String plain(String name) {
        String letters = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        return PUNCTUATION.matcher(letters).replaceAll(" ").strip();
    }
}
