package io.laguna.apps.covid.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The words a column may hold, in the spelling of the trusted zone; releases write them in any case. */
final class Vocabulary {

    static final String ASYMPTOMATIC = "Asintomático";

    static final Vocabulary SEX = of("F", "M");
    static final Vocabulary INFECTION_SOURCE = of("En estudio", "Relacionado", "Comunitaria", "Importado");
    static final Vocabulary CARE_PLACE = of("Casa", "Hospital", "Hospital UCI", "Fallecido", "Recuperado");
    static final Vocabulary SEVERITY = of("Leve", "Moderado", "Grave", "Fallecido", ASYMPTOMATIC);
    static final Vocabulary RECOVERED = of("Recuperado", "Fallecido", "Activo");
    static final Vocabulary RECOVERY_KIND = of("PCR", "Tiempo");
    static final Vocabulary ETHNIC_GROUP = numbered("Indígena", "Rom", "Raizal", "Palenquero", "Negro", "Otro");

    /** A word as the reader found it. */
    sealed interface Word {

        /** Returns the word in the spelling of the trusted zone; empty when there is none, or an unknown one. */
        default Optional<String> word() {
            return Optional.empty();
        }
    }

    record Known(Optional<String> word) implements Word {}

    /** No word was published. */
    record Absent() implements Word {}

    /** The word {@code N/A} was published, which in some columns means something. */
    record NotApplicable() implements Word {}

    record Unknown() implements Word {}

    private final Map<String, Known> words;

    private Vocabulary(Map<String, Known> words) {
        this.words = words;
    }

    private static Vocabulary of(String... words) {
        Map<String, Known> known = new HashMap<>();
        for (String word : words) {
            known.put(Names.plain(word), new Known(Optional.of(word)));
        }
        return new Vocabulary(known);
    }

    /** Returns the vocabulary of words for which the current release has numbers, from 1. */
    private static Vocabulary numbered(String... words) {
        Map<String, Known> known = new HashMap<>(of(words).words);
        for (int i = 0; i < words.length; i++) {
            known.put(Integer.toString(i + 1), new Known(Optional.of(words[i])));
        }
        return new Vocabulary(known);
    }

    /** Reads a trimmed text. */
    Word read(String text) {
        if (text.isEmpty()) {
            return new Absent();
        }
        String plain = Names.plain(text);
        if (plain.equals("N A")) {
            return new NotApplicable();
        }
        return words.containsKey(plain) ? words.get(plain) : new Unknown();
    }
}
