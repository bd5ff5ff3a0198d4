package io.laguna.redshift.sql.load;

import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.LoadOptions;
import io.laguna.redshift.sql.text.SqlError;
import java.util.List;

/** The compressions, of which a statement names one at most. */
final class Compressions {
    private static final List<LoadOption> ALL =
            List.of(LoadOption.GZIP, LoadOption.BZIP2, LoadOption.LZOP, LoadOption.ZSTD);

    private Compressions() {}

    static void check(LoadOptions options, int place) {
        if (ALL.stream().filter(options::has).count() > 1) {
            throw SqlError.syntax("conflicting or redundant options", place);
        }
    }

    static boolean any(LoadOptions options) {
        return ALL.stream().anyMatch(options::has);
    }
}
