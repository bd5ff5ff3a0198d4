package io.laguna.emulator.redshift.session;

import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.wire.order.Answer;
import java.time.Instant;
import java.util.Optional;

/**
 * The order of VACUUM and ANALYZE: the engine runs them, and the cluster's history has what they have done to which table.
 * VACUUM ends its own transaction, so it goes first, and what a table was before it is not known.
 */
final class Upkeep {
    private static final String ANALYZE = "analyze";

    private Upkeep() {}

    static Answer of(Statement.Vacuum vacuum) {
        return run("VACUUM", vacuum.sql().text(), vacuum.kind(), vacuum.table());
    }

    static Answer of(Statement.Analyze analyze) {
        return run("ANALYZE", analyze.sql().text(), ANALYZE, analyze.table());
    }

    private static Answer run(String tag, String sql, String kind, Optional<QualifiedName> table) {
        String named = table.map(name -> Literals.quoted(name.sql()) + "::regclass::oid::text")
                .orElse("NULL");
        return bench -> {
            Instant began = Instant.now();
            bench.execute(sql);
            bench.query("SELECT laguna.upkeep(" + Literals.quoted(kind) + ", " + named + ", timestamptz "
                    + Literals.quoted(began.toString()) + " AT TIME ZONE 'UTC')");
            return tag;
        };
    }
}
