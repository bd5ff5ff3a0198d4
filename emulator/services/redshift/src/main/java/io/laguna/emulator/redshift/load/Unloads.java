package io.laguna.emulator.redshift.load;

import io.laguna.emulator.redshift.session.Carrier;
import io.laguna.emulator.redshift.session.Scope;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.wire.order.Answer;
import io.laguna.redshift.wire.order.Order;

/**
 * The carrier of UNLOAD.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html">UNLOAD</a>
 */
public record Unloads(LoadSettings settings) implements Carrier<Statement.Unload> {
    @Override
    public Order carry(Statement.Unload unload, Scope scope) {
        return (Answer) bench -> new UnloadRun(unload, scope, bench, settings).run();
    }
}
