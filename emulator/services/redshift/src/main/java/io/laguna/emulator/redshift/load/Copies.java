package io.laguna.emulator.redshift.load;

import io.laguna.emulator.redshift.session.Carrier;
import io.laguna.emulator.redshift.session.Scope;
import io.laguna.redshift.load.source.Contents;
import io.laguna.redshift.sql.statement.DataFormat;
import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Answer;
import io.laguna.redshift.wire.order.Order;
import java.util.Optional;

/**
 * The carrier of COPY.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_COPY.html">COPY</a>
 */
public record Copies(LoadSettings settings) implements Carrier<Statement.Copy> {
    @Override
    public Order carry(Statement.Copy copy, Scope scope) throws SqlFailure {
        Optional<String> encoding = copy.options().value(LoadOption.ENCODING);
        if (encoding.isPresent() && !Contents.knows(encoding.get())) {
            throw new SqlFailure("22023", "ENCODING " + encoding.get() + " is not supported");
        }
        if (copy.format() instanceof DataFormat.Orc) {
            throw new SqlFailure("0A000", "COPY from ORC is not implemented by Laguna");
        }
        return (Answer) bench -> {
            CopyRun run = new CopyRun(copy, scope, bench, settings);
            return run.run();
        };
    }
}
