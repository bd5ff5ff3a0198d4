package io.laguna.apps.covid.report.words;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/** The order of Spanish names, in their short form: accents do not send Ángel behind Zoe. */
public final class SpanishOrder {

    public static final Comparator<String> BY_NAME =
            Comparator.comparing(ShortName::of, Collator.getInstance(Locale.forLanguageTag("es-CO"))::compare);

    private SpanishOrder() {}
}
