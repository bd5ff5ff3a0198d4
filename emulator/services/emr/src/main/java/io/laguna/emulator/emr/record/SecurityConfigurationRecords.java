package io.laguna.emulator.emr.record;

import io.laguna.emulator.emr.request.Constraints;
import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.kit.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** A caller's security configurations in the state, over one connection to it. */
public final class SecurityConfigurationRecords {
    private static final String COLUMNS = "select name, configuration, created_at from emr_security_configuration"
            + " where account = ? and region = ? ";

    private final Handle handle;
    private final Caller caller;

    public SecurityConfigurationRecords(Handle handle, Caller caller) {
        this.handle = handle;
        this.caller = caller;
    }

    /** A configuration in JSON. */
    public record Named(String name, String configuration, Instant created) {}

    /** Whether there was none of that name, and it is there now. */
    public boolean insert(Named named) {
        return handle.execute(
                        "insert into emr_security_configuration (account, region, name, configuration, created_at)"
                                + " values (?, ?, ?, ?, ?) on conflict do nothing",
                        caller.accountId(),
                        caller.region(),
                        named.name(),
                        named.configuration(),
                        Timestamp.from(named.created()))
                > 0;
    }

    public Optional<Named> find(String name) {
        new Constraints().text("name", name).check();
        return handle.select(COLUMNS + "and name = ?", caller.accountId(), caller.region(), name)
                .map(SecurityConfigurationRecords::named)
                .findOne();
    }

    /**
     * The one of that name.
     *
     * @throws software.amazon.awssdk.services.emr.model.InvalidRequestException when there is none
     */
    public Named known(String name) {
        return find(name)
                .orElseThrow(() -> Failures.invalid("Security configuration with name '" + name + "' does not exist."));
    }

    public void delete(String name) {
        handle.execute(
                "delete from emr_security_configuration where account = ? and region = ? and name = ?",
                caller.accountId(),
                caller.region(),
                name);
    }

    /** The newest first. */
    public List<Named> all() {
        return handle.select(COLUMNS + "order by position desc", caller.accountId(), caller.region())
                .map(SecurityConfigurationRecords::named)
                .list();
    }

    private static Named named(ResultSet row, StatementContext context) throws SQLException {
        return new Named(
                row.getString("name"),
                row.getString("configuration"),
                row.getTimestamp("created_at").toInstant());
    }
}
