package io.laguna.pipelines.covid.sample;

/** The countries from which people brought the virus: ISO 3166 numeric code and name, in the dataset's spellings. */
final class Countries {
    static final Spelling[] CODES = {
        Spelling.of("724"), Spelling.of("840"), Spelling.of("218"), Spelling.of("484"), Spelling.of("76", "076"),
        Spelling.of("591"), Spelling.of("792"), Spelling.of("826"), Spelling.of("604"), Spelling.of("32", "032")
    };
    static final Spelling[] NAMES = {
        Spelling.of("ESPAÑA"),
        Spelling.of("ESTADOS UNIDOS DE AMÉRICA", "ESTADOS UNIDOS"),
        Spelling.of("ECUADOR"),
        Spelling.of("MÉXICO", "MEXICO"),
        Spelling.of("BRASIL"),
        Spelling.of("PANAMA", "PANAMÁ"),
        Spelling.of("TURQUÍA"),
        Spelling.of("REINO UNIDO DE GRAN BRETAÑA E IRLANDA DEL NORTE"),
        Spelling.of("PERU", "PERÚ"),
        Spelling.of("ARGENTINA")
    };

    private Countries() {}

    static int draw(Dice dice) {
        return Math.min(dice.below(CODES.length), dice.below(CODES.length));
    }
}
