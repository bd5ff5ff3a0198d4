package io.laguna.pipelines.covid.sample;

import java.nio.charset.StandardCharsets;

/** The words of the releases, with the variants that occur in them. */
final class Spellings {
    static final Spelling FEMALE = Spelling.of("F", "f");
    static final Spelling MALE = Spelling.of("M", "m");

    static final Spelling MILD = Spelling.of("Leve", "LEVE", "leve", "N/A", "");
    static final Spelling MODERATE = Spelling.of("Moderado", "MODERADO");
    static final Spelling SEVERE = Spelling.of("Grave");
    static final Spelling DIED = Spelling.of("Fallecido");
    static final Spelling ASYMPTOMATIC = Spelling.of("Asintomático");

    static final Spelling HOME = Spelling.of("Casa", "CASA", "casa");
    /** The places of people who recovered; a few lost their place of care to N/A on the way. */
    static final Spelling HOME_AGAIN = Spelling.of("Casa", "CASA", "casa", "N/A");

    static final Spelling HOSPITAL = Spelling.of("Hospital");
    /** The intensive care unit, which some releases quote without need. */
    static final Spelling INTENSIVE_CARE =
            new Spelling(3, Csv.value("Hospital UCI"), "\"Hospital UCI\"".getBytes(StandardCharsets.UTF_8));

    static final Spelling RECOVERED = Spelling.of("Recuperado");
    static final Spelling RECOVERED_DIED = Spelling.of("Fallecido", "fallecido");
    static final Spelling ACTIVE = Spelling.of("Activo");
    static final Spelling NOT_APPLICABLE = Spelling.of("N/A");

    static final Spelling PCR = Spelling.of("PCR");
    static final Spelling TIME = Spelling.of("Tiempo");

    /** The ways in which people were infected; the last is abroad. */
    static final Spelling[] SOURCES = {
        Spelling.of("En estudio", "EN ESTUDIO"),
        Spelling.of("Comunitaria", "COMUNITARIA"),
        Spelling.of("Relacionado", "RELACIONADO"),
        Spelling.of("Importado", "IMPORTADO")
    };

    static final int ABROAD = SOURCES.length - 1;

    /** The ethnic groups, by the current header's code less one. */
    static final Spelling[] ETHNIC_GROUPS = {
        Spelling.of("Indígena"),
        Spelling.of("Rom"),
        Spelling.of("Raizal"),
        Spelling.of("Palenquero"),
        Spelling.of("Negro"),
        Spelling.of("Otro", "")
    };

    static final byte[][] ETHNIC_GROUP_CODES = {
        Csv.value("1"), Csv.value("2"), Csv.value("3"), Csv.value("4"), Csv.value("5"), Csv.value("6")
    };

    static final byte[][] PEOPLES = {
        Csv.value("Por definir"),
        Csv.value("ZENU"),
        Csv.value("TIKUNA"),
        Csv.value("MOKANA"),
        Csv.value("PIJAO"),
        Csv.value("NASA_PAÉZ"),
        Csv.value("WAYUU"),
        Csv.value("UITOTO, MURUY, MUINANE, BORA, OCAINA, ANDOQUE, CARIJONA, MIRAÑA, YUKUNA, CABIYARI, INGA")
    };

    private Spellings() {}
}
